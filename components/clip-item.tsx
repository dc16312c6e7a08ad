import { counted } from './counted'
import { clock } from './day-groups'
import { type ClipActions, headName, type ListedClip, webAddress } from './listed-clip'
import { MarkedText } from './marked-text'

export type ClipItemProps = {
  clip: ListedClip
  /** Heading of the day, on the first clip of a day. */
  day: string | null
  query: string
  /** The one item of the list that Tab reaches. */
  isCurrent: boolean
  /** Shown in the reading pane. */
  isShown: boolean
  inTrash: boolean
  actions: ClipActions
  onCurrent(): void
}

const footWords = ({ commentCount, peopleCount, publishedText }: ListedClip): string =>
  commentCount === 0
    ? publishedText
    : [
        counted(commentCount, 'comment'),
        ...(peopleCount > 0 ? [counted(peopleCount, 'person', 'people')] : []),
      ].join(' · ')

/** One clip: who, where, when, what it answers, and its words. */
export const ClipItem = ({
  clip,
  day,
  query,
  isCurrent,
  isShown,
  inTrash,
  actions,
  onCurrent,
}: ClipItemProps) => {
  const tabIndex = isCurrent ? 0 : -1
  const address = webAddress(clip.permalink)
  const name = headName(clip)
  return (
    <li class="clip-item">
      {day && <h2 class="day">{day}</h2>}
      {/* Items take the focus one by one, as in the feed pattern. */}
      <article
        class="clip"
        tabIndex={tabIndex}
        data-clip={clip.id}
        data-shown={isShown || undefined}
        aria-label={`${name}, on ${clip.title}`}
        aria-keyshortcuts={inTrash ? 'Delete' : 'Enter C Delete'}
        onFocusCapture={onCurrent}
      >
        <p class="clip-head">
          <b dir="auto">
            <MarkedText text={name} query={query} />
          </b>
          <span class="clip-post">
            on{' '}
            <bdi>
              <MarkedText text={clip.title} query={query} />
            </bdi>
          </span>
          <time dateTime={clip.savedAt}>{clock(clip.savedAt)}</time>
        </p>
        {clip.contextSnippet && (
          <p class="clip-answers">
            answers{' '}
            <bdi>
              <MarkedText
                text={`${clip.contextAuthor || 'somebody'}: ${clip.contextSnippet}`}
                query={query}
              />
            </bdi>
          </p>
        )}
        <p class="clip-text" dir="auto">
          <MarkedText text={clip.snippet} query={query} />
        </p>
        <div class="clip-foot">
          <span class="clip-published" dir="auto">
            {footWords(clip)}
          </span>
          <span class="clip-actions">
            {actions.read && (
              <button
                type="button"
                class="clip-read"
                tabIndex={tabIndex}
                onClick={() => actions.read?.(clip)}
              >
                Read
              </button>
            )}
            {address && !inTrash && (
              <a href={address} target="_blank" rel="noopener noreferrer" tabIndex={tabIndex}>
                Open
              </a>
            )}
            {!inTrash && (
              <button type="button" tabIndex={tabIndex} onClick={() => actions.copy(clip)}>
                Copy
              </button>
            )}
            <button type="button" tabIndex={tabIndex} onClick={() => actions.remove(clip)}>
              {inTrash ? 'Restore' : 'Delete'}
            </button>
          </span>
        </div>
      </article>
    </li>
  )
}
