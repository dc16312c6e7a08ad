import type { SiteRow } from './site-rows'
import { type Said, StatusLine } from './status-line'

type EnhancementRow = { id: string; title: string; description: string; isOn: boolean }

export type OptionsPageProps = {
  enhancements: EnhancementRow[]
  onEnhancement(id: string, on: boolean): void
  sites: SiteRow[]
  everySite: boolean
  onSite(host: string, on: boolean): void
  onRemoveSite(site: SiteRow): void
  /** Asks for the permission: has to be called straight from the click. */
  onEverySite(on: boolean): void
  said: Said
  libraryUrl: string
}

type SwitchRowProps = {
  id: string
  title: string
  description?: string
  isOn: boolean
  onSwitch(on: boolean): void
}

const SwitchRow = ({ id, title, description, isOn, onSwitch }: SwitchRowProps) => (
  <div class="switch-row">
    <label for={id}>
      <bdi>{title}</bdi>
    </label>
    {description && (
      <p class="facts" id={`${id}-description`}>
        {description}
      </p>
    )}
    <input
      type="checkbox"
      role="switch"
      id={id}
      checked={isOn}
      aria-checked={isOn}
      {...(description ? { 'aria-describedby': `${id}-description` } : {})}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
    />
  </div>
)

type SiteProps = { site: SiteRow; id: string; onSwitch(on: boolean): void; onRemove(): void }

/** A site of many hosts has no switch: these are switched one by one, where they are read. */
const Site = ({ site, id, onSwitch, onRemove }: SiteProps) => (
  <div class="site">
    {site.isMany ? (
      <p class="many">
        <bdi>{site.host}</bdi>
        <span class="facts">Every blog there, but for those that you switch off.</span>
      </p>
    ) : (
      <SwitchRow id={id} title={site.host} isOn={site.isOn} onSwitch={onSwitch} />
    )}
    {!site.isFixed && (
      <button type="button" class="quiet" aria-label={`Remove ${site.host}`} onClick={onRemove}>
        Remove
      </button>
    )}
  </div>
)

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
      <section aria-labelledby="sites">
        <h2 id="sites">Sites</h2>
        <p class="lead">
          Understory reads the pages of these sites in this browser, and sends nothing anywhere. To add a
          site, open it and use the switch in Understory’s popup.
        </p>
        <ul>
          {props.sites.map((site, index) => (
            <li key={site.host}>
              <Site
                site={site}
                id={`site-${index}`}
                onSwitch={(on) => props.onSite(site.host, on)}
                onRemove={() => props.onRemoveSite(site)}
              />
            </li>
          ))}
        </ul>
        <p class="every-site">
          <button type="button" onClick={() => props.onEverySite(!props.everySite)}>
            {props.everySite ? 'Only the sites above' : 'On for every site'}
          </button>
          <span class="facts">
            {props.everySite
              ? 'Understory looks for a comment thread on every page you open.'
              : 'The browser will ask first. Pages without a thread are left alone.'}
          </span>
        </p>
      </section>
    </main>
    <StatusLine said={props.said} />
  </div>
)
