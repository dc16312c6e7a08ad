import { defineExtensionMessaging } from '@webext-core/messaging'
import type { ClippedOnPage, LibraryFile, SavedClip, SentClip } from './clip'
import type { PrivateChoice, PrivateRefusal } from './private-clips'

/** What the page's own state is called, on `<html data-understory>` and in the popup. */
export type PageState = 'ready' | 'none' | 'declined' | 'off' | 'working'

/** What the reader says of its page. */
export type PageReport = {
  state: PageState
  /** The platform's name, e.g. "Blogger"; '' where nothing was recognised. */
  platform: string
  title: string
  url: string
  comments: number
  /** People that can be told apart; anonymous ones without any sign are not counted. */
  commenters: number
  /** Depth of the deepest comment, 0 for a flat thread. */
  depth: number
  /** For `declined`: what was seen and why it was not shown, in one sentence. */
  why: string
  /** The whole thread is in the library. */
  threadClipped: boolean
}

/** A refusal that travels as an answer, so that the other side can say what to do. */
export type Refusal = { error: 'full' | 'blocked' | 'invalid' | 'failed'; message: string }

export type ImportReport = {
  imported: number
  updated: number
  duplicate: number
  refused: number
  reasons: string[]
}

/** All messages of the extension. Who may send which is decided by the background, message by message. */
export type Protocol = {
  /** Probe → background: this page may hold a thread. */
  probeFound(): void
  /** Probe → background: a frame that this page's own script has filled holds comments. */
  frameFound(): void
  /** Reader → background: put this script beside me. */
  partInject(part: 'conversation' | 'sanitiser' | 'platforms' | 'unknown'): void
  /** Reader → background: does it still run where this page is? */
  siteIsOn(): boolean
  /** Reader → background: what was switched off. */
  enhancementsOff(): string[]
  /** Reader → background: keep this clip; answers after the transaction has committed. */
  clipSave(clip: SentClip): SavedClip | Refusal | PrivateRefusal
  /** Reader in a private window → background, once; popup → background: what becomes of clips there. */
  privateClips(choice: PrivateChoice): void
  /** Reader → background: what is kept of this page? */
  clipsOnPage(pageUrl: string): ClippedOnPage[] | Refusal
  /** Popup, library → background. */
  clipsTrash(ids: string[]): { changed: number } | Refusal
  clipsRestore(ids: string[]): { changed: number } | Refusal
  clipsImport(file: LibraryFile): ImportReport | Refusal
  /** Popup → background: read this tab once, whatever the site's switch says. */
  readerInject(tabId: number): { ok: boolean; message: string }
  /** Popup, options → background: switch a host on or off; permission was asked for by the page that sends this. */
  siteSwitch(change: { host: string; on: boolean }): void
  /** Popup, background → reader. */
  pageReport(): PageReport
  pageOff(): void
  pageOn(): PageReport
  pageClipThread(): SavedClip | Refusal
  /** Background → reader: the library changed; ask again what is kept of this page. */
  clipsChanged(): void
}

export const { sendMessage, onMessage } = defineExtensionMessaging<Protocol>()
