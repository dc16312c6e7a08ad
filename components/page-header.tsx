import type { PageReport } from '@/utils/messages/protocol'
import { counted } from './counted'

/** What the popup knows of the tab it was opened on. */
export type TabPage =
  | { kind: 'asking' }
  /** A page of the browser, of an extension, or none at all. */
  | { kind: 'nothing' }
  | {
      kind: 'page'
      host: string
      title: string
      /** The permission covers the host, and it was not switched off. */
      isSiteOn: boolean
      /** Null where no reader answered. */
      report: PageReport | null
    }

export type PageActions = {
  clipThread(): void
  pageOff(): void
  pageOn(): void
  /** Asks for the permission where it is missing: has to be called straight from the click. */
  switchSite(on: boolean): void
  enhanceOnce(): void
}

const facts = (report: PageReport): string[] => [
  counted(report.comments, 'comment'),
  ...(report.commenters > 0 ? [counted(report.commenters, 'person', 'people')] : []),
  ...(report.threadClipped ? ['thread in your library'] : []),
]

const Facts = ({ report }: { report: PageReport }) => {
  const [first, ...others] = facts(report)
  return (
    <p class="facts">
      <b>{first}</b>
      {others.map((fact) => ` · ${fact}`)}
    </p>
  )
}

const words = (page: TabPage & { kind: 'page' }) => {
  const { report, isSiteOn, host } = page
  if (!isSiteOn && (!report || report.state === 'off'))
    return (
      <p class="facts">
        Understory is off for <bdi>{host}</bdi>.
      </p>
    )
  if (report?.state === 'ready') return <Facts report={report} />
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
  if (page.report && state !== 'off') return null
  const again = page.report ? 'On again' : 'Look again'
  return (
    <p class="buttons">
      <button type="button" onClick={page.report ? actions.pageOn : actions.enhanceOnce}>
        {page.isSiteOn ? again : 'Enhance this page once'}
      </button>
    </p>
  )
}

/** What is on this page, and what can be done with it. */
export const PageHeader = ({ page, actions }: { page: TabPage; actions: PageActions }) => {
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
  return (
    <header class="page">
      <div class="page-head">
        <h1 dir="auto">{page.report?.title || page.title || page.host}</h1>
        <label class="switch">
          <span>On for this site</span>
          <input
            type="checkbox"
            role="switch"
            checked={page.isSiteOn}
            aria-checked={page.isSiteOn}
            onClick={(event) => {
              // The switch follows what the browser granted, not the click.
              event.preventDefault()
              actions.switchSite(!page.isSiteOn)
            }}
          />
        </label>
      </div>
      {words(page)}
      <Buttons page={page} actions={actions} />
    </header>
  )
}
