import { useEffect, useRef, useState } from 'preact/hooks'
import type { Clip, ClippedComment, ClippedThreadComment } from '@/utils/messages/clip'
import { counted } from './counted'
import { dayAndClock } from './day-groups'
import { webAddress } from './listed-clip'
import { SafeHtml } from './safe-html'
import { threadDepths } from './thread-depths'

/** Deeper ones stay readable: they keep the last step's margin. */
const deepest = 8
const pageOfComments = 200

const Who = ({ of }: { of: Pick<ClippedComment, 'author' | 'publishedText'> }) => (
  <p class="who">
    <b dir="auto">{of.author.name || 'Somebody'}</b>
    {of.author.claimedName && (
      <span>
        signs as <bdi>{of.author.claimedName}</bdi>
      </span>
    )}
    {of.author.isPostAuthor && <span class="badge">author of the post</span>}
    <span dir="auto">{of.publishedText}</span>
  </p>
)

const Context = ({ context }: { context: ClippedComment[] }) => (
  <section class="context" aria-label="What it answers">
    <h3>What it answers</h3>
    <ol>
      {context.map((comment) => (
        <li key={comment.nativeId}>
          <Who of={comment} />
          <SafeHtml html={comment.html} />
        </li>
      ))}
    </ol>
  </section>
)

const Thread = ({ comments }: { comments: ClippedThreadComment[] }) => {
  const [shown, setShown] = useState(pageOfComments)
  const section = useRef<HTMLElement>(null)
  const more = () => {
    setShown(shown + pageOfComments)
    // The button goes with the last page; the focus stays where the reading goes on.
    if (shown + pageOfComments >= comments.length) section.current?.focus({ preventScroll: true })
  }
  const depths = threadDepths(comments)
  return (
    <section class="thread" aria-label="Comments" tabIndex={-1} ref={section}>
      <h3>{counted(comments.filter(({ missing }) => !missing).length, 'comment')}</h3>
      <ol>
        {comments.slice(0, shown).map((comment, index) => (
          <li key={comment.nativeId} data-depth={Math.min(depths[index] ?? 0, deepest)}>
            {comment.missing ? (
              <p class="who">A comment that the page did not show</p>
            ) : (
              <>
                <Who of={comment} />
                <SafeHtml html={comment.html} />
              </>
            )}
          </li>
        ))}
      </ol>
      {comments.length > shown && (
        <button type="button" class="quiet" onClick={more}>
          Show more comments
        </button>
      )}
    </section>
  )
}

export type ReaderActions = { copy(): void; remove(): void; close(): void }

/** One clip to read: its place in the conversation, its words, where it is from. */
export const ClipReader = ({ clip, actions }: { clip: Clip; actions: ReaderActions }) => {
  const address = webAddress(clip.source.permalink)
  const isThread = clip.comments !== undefined && clip.comments.length > 0
  const inTrash = clip.deletedAt !== null
  const back = useRef<HTMLButtonElement>(null)
  // Only there where the clip took the list's place: then the focus comes along.
  useEffect(() => {
    if (back.current?.checkVisibility?.()) back.current.focus()
  }, [])
  return (
    <article class="reader" aria-label={`Clip from ${clip.source.pageTitle}`}>
      <button type="button" class="quiet back" ref={back} onClick={actions.close}>
        Back to the list
      </button>
      <header>
        <h2 dir="auto">{clip.source.pageTitle || clip.source.pageUrl}</h2>
        <p class="from">
          <bdi>{clip.source.siteName}</bdi> · kept {dayAndClock(clip.savedAt)}
          {clip.revisions.length > 0 &&
            ` · changed since: ${counted(clip.revisions.length, 'earlier version')}`}
          {clip.source.licence && (
            <>
              {' '}
              · licence: <bdi>{clip.source.licence}</bdi>
            </>
          )}
        </p>
        <p class="buttons">
          {address && (
            <a class="button" href={address} target="_blank" rel="noopener noreferrer">
              Open at the source
            </a>
          )}
          <button type="button" onClick={actions.copy}>
            Copy as Markdown
          </button>
          <button type="button" onClick={actions.remove}>
            {inTrash ? 'Restore' : 'Delete'}
          </button>
        </p>
      </header>
      {clip.context.length > 0 && <Context context={clip.context} />}
      {!isThread && (
        <section class="words" aria-label="The clip">
          <Who of={clip} />
          <SafeHtml html={clip.html} />
        </section>
      )}
      {clip.comments && isThread && <Thread comments={clip.comments} />}
    </article>
  )
}
