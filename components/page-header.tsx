import type { PrivateChoice } from '@/utils/messages/private-clips'
import type { PageReport } from '@/utils/messages/protocol'
import type { ClipsInPrivate } from '@/utils/settings/settings'
import { counted } from './counted'
import { FramedNote, type FramedThread } from './framed-note'
import { PrivateQuestion } from './private-question'
import { SiteSwitches } from './site-switches'

/** What the popup knows of the tab it was opened on. */
export type TabPage =
  | { kind: 'asking' }
  /** A page of the browser, of an extension, or none at all. */
  | { kind: 'nothing' }
  | {
      kind: 'page'
      host: string
      title: string
      /** The browser's permission covers the host. */
      isAllowed: boolean
      /** Allowed, and not switched off. */
      isSiteOn: boolean
      /** The permissions that cover every site, as the browser names them; none where only some sites are allowed. */
      everywhere: readonly string[]
      /** What becomes of clips; null in an ordinary window. */
      privateClips: ClipsInPrivate | null
      framed: FramedThread | null
      /** Null where no reader answered. */
      report: PageReport | null
    }

export type PageActions = {
  clipThread(): void
  pageOff(): void
  pageOn(): void
  /** Asks for the permission where it is missing: has to be called straight from the click. */
  switchSite(on: boolean): void
  /** The same for every site. */
  switchEverySite(on: boolean): void
  /** The same for the site of a frame. */
  readFrame(): void
  decidePrivateClips(choice: PrivateChoice): void
  enhanceOnce(): void
}

const facts = (report: PageReport, framed: FramedThread | null): string[] => [
  counted(report.comments, 'comment'),
  ...(report.commenters > 0 ? [counted(report.commenters, 'person', 'people')] : []),
  ...(framed?.isRead ? [`in a frame of ${framed.host}`] : []),
  ...(report.threadClipped ? ['thread in your library'] : []),
]

const Facts = ({ report, framed }: { report: PageReport; framed: FramedThread | null }) => {
  const [first, ...others] = facts(report, framed)
  return (
    <p class="facts">
      <b>{first}</b>
      {others.map((fact) => ` · ${fact}`)}
    </p>
  )
}

/** What is said and done is about the site that the thread is on. */
const siteOf = ({ framed, host, isSiteOn }: TabPage & { kind: 'page' }) =>
  framed?.isRead ? { host: framed.host, isSiteOn: framed.isOn } : { host, isSiteOn }

/** What there is to say and to do is about the frame: the page itself has no thread. */
const isOnlyFramed = ({ framed, report }: TabPage & { kind: 'page' }): boolean =>
  framed !== null && !framed.isRead && (report === null || report.state === 'none')

const words = (page: TabPage & { kind: 'page' }) => {
  const { report, framed } = page
  const { isSiteOn, host } = siteOf(page)
  if (isOnlyFramed(page)) return null
  if (!isSiteOn && (!report || report.state === 'off'))
    return (
      <p class="facts">
        Understory is off for <bdi>{host}</bdi>.
      </p>
    )
  if (report?.state === 'ready') return <Facts report={report} framed={framed} />
  if (report?.state === 'working') return <p class="facts">Reading the comments…</p>
  if (report?.state === 'off') return <p class="facts">Off on this page: it looks as the blog made it.</p>
  if (report?.state === 'declined')
    return (
      <p class="facts">
        <b>Left as it was.</b> <span dir="auto">{report.why}</span>
      </p>
    )
  return <p class="facts">No comment thread was found on this page.</p>
}

const Buttons = ({ page, actions }: { page: TabPage & { kind: 'page' }; actions: PageActions }) => {
  const state = page.report?.state
  if (state === 'ready')
    return (
      <p class="buttons">
        <button type="button" onClick={actions.clipThread}>
          Clip thread
        </button>
        <button type="button" onClick={actions.pageOff}>
          Off
        </button>
      </p>
    )
  if ((page.report && state !== 'off') || isOnlyFramed(page)) return null
  const again = page.report ? 'On again' : 'Look again'
  return (
    <p class="buttons">
      <button type="button" onClick={page.report ? actions.pageOn : actions.enhanceOnce}>
        {siteOf(page).isSiteOn ? again : 'Enhance this page once'}
      </button>
    </p>
  )
}

const privateWords =
  'A private window: nothing of it is remembered. A switch would keep the name of this site, so sites are switched in other windows.'

/** A frame has a title of its own, which says nothing of the post. */
const titleOf = ({ report, framed, title, host }: TabPage & { kind: 'page' }): string =>
  (framed?.isRead ? '' : report?.title) || title || host

type PageHeaderProps = {
  page: TabPage
  actions: PageActions
  /** Whether clips of private windows are kept has to be answered first. */
  isAsking?: boolean | undefined
}

/** What is on this page, and what can be done with it. */
export const PageHeader = ({ page, actions, isAsking = false }: PageHeaderProps) => {
  if (page.kind === 'asking')
    return (
      <header class="page" aria-busy="true">
        <h1 class="unseen">Understory</h1>
      </header>
    )
  if (page.kind === 'nothing')
    return (
      <header class="page">
        <h1>Understory</h1>
        <p class="facts">There is nothing to read on this page. Open a blog post to see its comments.</p>
      </header>
    )
  const isPrivate = page.privateClips !== null
  return (
    <header class="page">
      <div class="page-head">
        <h1 dir="auto">{titleOf(page)}</h1>
        {!isPrivate && (
          <SiteSwitches
            isSiteOn={page.isSiteOn}
            isEverySiteOn={page.everywhere.length > 0}
            onSite={actions.switchSite}
            onEverySite={actions.switchEverySite}
          />
        )}
      </div>
      {words(page)}
      {page.framed && !page.framed.isRead && (
        <FramedNote framed={page.framed} mayAsk={!isPrivate} onRead={actions.readFrame} />
      )}
      {isAsking ? (
        <PrivateQuestion onChoose={actions.decidePrivateClips} />
      ) : (
        <Buttons page={page} actions={actions} />
      )}
      {isPrivate && <p class="facts">{privateWords}</p>}
    </header>
  )
}
