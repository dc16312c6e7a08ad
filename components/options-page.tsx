import type { ClipsInPrivate } from '@/utils/settings/settings'
import { PrivateChoices } from './private-choices'
import type { SiteRow } from './site-rows'
import { SitesSection } from './sites-section'
import { type Said, StatusLine } from './status-line'
import { SwitchRow } from './switch-row'

type EnhancementRow = { id: string; title: string; description: string; isOn: boolean }

export type OptionsPageProps = {
  enhancements: EnhancementRow[]
  onEnhancement(id: string, on: boolean): void
  sites: SiteRow[]
  everySite: boolean
  /** Asks for the permission where it is missing: has to be called straight from the click. */
  onSite(site: SiteRow, on: boolean): void
  onRemoveSite(site: SiteRow): void
  /** The same for every site. */
  onEverySite(on: boolean): void
  clipsInPrivate: ClipsInPrivate
  onClipsInPrivate(choice: ClipsInPrivate): void
  said: Said
  libraryUrl: string
}

/** The whole options page; everything it knows comes in, everything it does goes out. */
export const OptionsPage = (props: OptionsPageProps) => (
  <div class="options">
    <header>
      <h1>Options</h1>
      <a href={props.libraryUrl}>Library</a>
    </header>
    <main>
      <section aria-labelledby="on-the-page">
        <h2 id="on-the-page">On the page</h2>
        <p class="lead">What Understory does to a comment thread. A change counts from the next page on.</p>
        <ul>
          {props.enhancements.map(({ id, title, description, isOn }) => (
            <li key={id}>
              <SwitchRow
                id={`enhancement-${id}`}
                title={title}
                description={description}
                isOn={isOn}
                onSwitch={(on) => props.onEnhancement(id, on)}
              />
            </li>
          ))}
        </ul>
      </section>
      <SitesSection {...props} />
      <PrivateChoices chosen={props.clipsInPrivate} onChoose={props.onClipsInPrivate} />
    </main>
    <StatusLine said={props.said} />
  </div>
)
