import type { ComponentChildren } from 'preact'
import { refusalOf } from '@/utils/clips/refusal'
import type { Refusal } from '@/utils/messages/protocol'

const Sentence = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <div class="sentence">
    <p class="sentence-title">{title}</p>
    <p>{children}</p>
  </div>
)

/** The very first opening: says what to do. */
export const FirstRun = () => (
  <Sentence title="Nothing kept yet">
    Open a blog post and press “Clip” on a comment worth keeping. It comes here with what it answers, and
    stays when the blog is gone.
  </Sentence>
)

export const EmptyTrash = () => (
  <Sentence title="The trash is empty">What you delete waits here until you want it back.</Sentence>
)

export const NothingFound = ({ query, onClear }: { query: string; onClear: () => void }) => (
  <div class="sentence">
    <p class="sentence-title">
      Nothing found for “<bdi>{query}</bdi>”
    </p>
    <p>All words have to be in the clip. Try fewer, or only the beginning of one.</p>
    <button type="button" class="quiet" onClick={onClear}>
      Show all clips
    </button>
  </div>
)

/** The library did not open: what to do. */
export const LibraryFailed = ({ error, onRetry }: { error: unknown; onRetry: () => void }) => (
  <div class="sentence" role="alert">
    <p class="sentence-title">The library did not open</p>
    <p>{advice[refusalOf(error).error]} Your clips are not touched by this.</p>
    <button type="button" class="quiet" onClick={onRetry}>
      Try again
    </button>
  </div>
)

/** Comes up only when opening takes long: a flash helps nobody. */
export const LibraryLoading = () => (
  <p class="sentence slow" aria-live="off">
    Opening the library…
  </p>
)

const advice: Record<Refusal['error'], string> = {
  blocked:
    'Another page of Understory still holds the old version. Close the other Understory pages, then try again.',
  full: 'The disk is full. Make some room, then try again.',
  invalid: 'Reload the extension, then try again.',
  failed: 'Check that the browser may keep data in this window. If it may, restart the browser.',
}
