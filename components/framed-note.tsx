/** A thread that stands in a frame of another site. */
export type FramedThread = {
  /** The service that shows it, e.g. "Disqus". */
  name: string
  host: string
  /** The match pattern to ask the browser for. */
  origin: string
  /** Where it is in the tab; null where it may not be known. */
  frameId: number | null
  isOn: boolean
  /** The report is the frame's. */
  isRead: boolean
}

type FramedNoteProps = { framed: FramedThread; mayAsk: boolean; onRead(): void }

/** The thread of many a page stands in a frame of another site, which is asked for by itself. */
export const FramedNote = ({ framed: { host, isOn }, mayAsk, onRead }: FramedNoteProps) => (
  <>
    <p class="facts">
      The comments of this page are in a frame of <bdi>{host}</bdi>
      {isOn ? ', where no thread was found yet. Scroll to them, or reload the page.' : '.'}
    </p>
    {!isOn && mayAsk && (
      <p class="buttons">
        <button type="button" onClick={onRead}>
          Read comments on {host}
        </button>
      </p>
    )}
  </>
)
