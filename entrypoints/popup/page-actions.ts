import type { PageActions, TabPage } from '@/components/page-header'
import { browser } from '@/utils/browser'
import { privateNever } from '@/utils/messages/private-clips'
import { sendMessage } from '@/utils/messages/protocol'
import { everySite, patternOf } from '@/utils/settings/sites'
import type { ReaderPlace } from './tab-page'

export type Acting = {
  page: TabPage
  /** Does something to the page, says the sentence that comes of it, and looks how the page is then. */
  act(work: (place: ReaderPlace) => Promise<unknown>, expectsReader?: boolean): Promise<void>
  /** Puts the question whether clips of private windows are kept, or takes it away. */
  ask(isAsking: boolean): void
}

const clipThread = async (place: ReaderPlace): Promise<string> => {
  const answer = await sendMessage('pageClipThread', undefined, place)
  if (!answer) return 'The page did not answer. Reload it, then try again.'
  if ('error' in answer) return answer.message
  return answer.outcome === 'unchanged' ? 'This thread is in your library already.' : 'Thread clipped.'
}

/** The browser shows its question only when it is asked straight from the click, so nothing is awaited before. */
const request = (origin: string): Promise<boolean> => browser.permissions.request({ origins: [origin] })

/** What the popup's controls do. */
export const pageActions = ({ page, act, ask }: Acting): PageActions => ({
  clipThread: () => {
    if (page.kind === 'page' && page.privateClips === 'ask') ask(true)
    else if (page.kind === 'page' && page.privateClips === 'never') void act(async () => privateNever)
    else void act(clipThread)
  },
  decidePrivateClips: (choice) => {
    ask(false)
    void act(async (place) => {
      await sendMessage('privateClips', choice)
      return choice === 'keep' ? clipThread(place) : privateNever
    })
  },
  pageOff: () => void act((place) => sendMessage('pageOff', undefined, place)),
  pageOn: () =>
    void act(async (place) => {
      await sendMessage('pageOn', undefined, place)
    }),
  enhanceOnce: () =>
    void act(async ({ tabId }) => {
      const { ok, message } = await sendMessage('readerInject', tabId)
      return ok ? undefined : message
    }, true),
  switchSite: (on) => {
    if (page.kind !== 'page') return
    const { host, isAllowed, report } = page
    const allowed = on && !isAllowed ? request(patternOf(host)) : Promise.resolve(true)
    void act(async (place) => {
      if (!(await allowed)) return `Without the browser’s permission, Understory stays off for ${host}.`
      await sendMessage('siteSwitch', { host, on })
      // A reader that was put off on this page alone stays so, unless it is told.
      if (on && report?.state === 'off') await sendMessage('pageOn', undefined, place)
    }, on)
  },
  switchEverySite: (on) => {
    if (page.kind !== 'page') return
    const { everywhere } = page
    const done = on ? request(everySite) : browser.permissions.remove({ origins: [...everywhere] })
    void act(async () => {
      if (!(await done)) return 'The browser did not allow this, so nothing was changed.'
      return on ? 'On for every site.' : 'On for the sites of your list only: see the options.'
    }, on)
  },
  readFrame: () => {
    if (page.kind !== 'page' || !page.framed) return
    const { host, origin } = page.framed
    const allowed = request(origin)
    void act(async () => {
      if (!(await allowed)) return `Without the browser’s permission, the frame of ${host} is not read.`
      await sendMessage('siteSwitch', { host, on: true })
    }, true)
  },
})
