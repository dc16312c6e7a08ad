import { useMemo } from 'preact/hooks'
import { browser } from '@/utils/browser'
import { type ClipDatabase, readClip } from '@/utils/clips/database'
import { type Protocol, type Refusal, sendMessage } from '@/utils/messages/protocol'
import { type ClipActions, headName, type ListedClip, webAddress } from './listed-clip'
import type { Said } from './status-line'

type Changed = ReturnType<Protocol['clipsTrash']>

const isRefusal = (answer: Changed | undefined): answer is Refusal | undefined =>
  answer === undefined || 'error' in answer

/** Why something did not happen; a background that does not answer says nothing at all. */
const reason = (refusal: Refusal | undefined): string =>
  refusal?.message ?? 'The extension did not answer. Try again.'

const copyClip = async (db: ClipDatabase, id: string): Promise<string> => {
  const clip = await readClip(db, id)
  if (!clip) return 'This clip is no longer in the library.'
  // Markdown needs Turndown and DOMPurify: loaded when somebody copies, not when a list opens.
  const { clipToMarkdown } = await import('@/utils/clips/markdown')
  await navigator.clipboard.writeText(clipToMarkdown(clip))
  return 'Copied as Markdown, with its source.'
}

/** Changes the library by message, and says what became of it. */
const change = async (
  type: 'clipsTrash' | 'clipsRestore',
  clip: ListedClip,
  say: (said: Said) => void,
  done: Said,
): Promise<void> => {
  const answer = await sendMessage(type, [clip.id]).catch(() => undefined)
  say(isRefusal(answer) ? { text: reason(answer) } : done)
}

/** What the lists of popup and library do with a clip. */
export const useClipActions = (db: ClipDatabase, say: (said: Said) => void, inTrash = false): ClipActions =>
  useMemo(() => {
    const restore = (clip: ListedClip) =>
      change('clipsRestore', clip, say, { text: `${headName(clip)} is back.` })
    const trash = (clip: ListedClip) =>
      change('clipsTrash', clip, say, { text: `${headName(clip)} deleted.`, undo: () => void restore(clip) })
    return {
      open: ({ permalink }) => {
        const url = webAddress(permalink)
        if (url) void browser.tabs.create({ url })
        else say({ text: 'This clip has no address on the web.' })
      },
      copy: ({ id }) => {
        copyClip(db, id)
          .catch(() => 'The browser did not let Understory copy. Click into this page, then try again.')
          .then((text) => say({ text }))
      },
      remove: (clip) => void (inTrash ? restore(clip) : trash(clip)),
    }
  }, [db, say, inTrash])
