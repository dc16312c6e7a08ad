import { useRef } from 'preact/hooks'
import type { SiteRow } from './site-rows'
import { SwitchRow } from './switch-row'
import { useFocusKept } from './use-focus-kept'

type SitesSectionProps = {
  sites: SiteRow[]
  everySite: boolean
  onSite(site: SiteRow, on: boolean): void
  onRemoveSite(site: SiteRow): void
  onEverySite(on: boolean): void
}

type SiteProps = { site: SiteRow; id: string; onSwitch(on: boolean): void; onRemove(): void }

const notAllowed = 'The browser does not let Understory read it. The switch asks for that again.'

const factsOf = ({ isAllowed, isOn, isFixed, framesOf }: SiteRow): string | undefined => {
  if (!isAllowed) return notAllowed
  if (framesOf !== null) return `Comments that other sites show in a frame of ${framesOf}.`
  if (!isOn)
    return isFixed ? 'Switched off by you, though a wider permission covers it.' : 'Switched off by you.'
  return undefined
}

/** A site of many hosts has no switch: these are switched one by one, where they are read. */
const ManySites = ({ site, onSwitch }: Pick<SiteProps, 'site' | 'onSwitch'>) => (
  <>
    <p class="many">
      <bdi>{site.host}</bdi>
      <span class="facts">
        {site.isAllowed
          ? 'Every blog there, but for those that you switch off.'
          : 'The browser does not let Understory read these blogs: that was taken back in its settings.'}
      </span>
    </p>
    {!site.isAllowed && (
      <button type="button" class="quiet" aria-label={`Allow ${site.host}`} onClick={() => onSwitch(true)}>
        Allow
      </button>
    )}
  </>
)

const Site = ({ site, id, onSwitch, onRemove }: SiteProps) => (
  <div class="site">
    {site.isMany ? (
      <ManySites site={site} onSwitch={onSwitch} />
    ) : (
      <SwitchRow id={id} title={site.host} description={factsOf(site)} isOn={site.isOn} onSwitch={onSwitch} />
    )}
    {!site.isFixed && (
      <button type="button" class="quiet" aria-label={`Remove ${site.host}`} onClick={onRemove}>
        Remove
      </button>
    )}
  </div>
)

/** Where Understory is on, and how each of it is taken back. */
export const SitesSection = ({ sites, everySite, ...props }: SitesSectionProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  const list = useRef<HTMLUListElement>(null)
  /** The line that has the focus: when its site is removed, the next one stands there. */
  const at = useRef(0)
  const nextButton = () =>
    [...(list.current?.children ?? [])]
      .slice(at.current)
      .map((line) => line.querySelector('button'))
      .find((button) => button !== null)
  useFocusKept('.site', nextButton, () => heading.current)
  return (
    <section aria-labelledby="sites">
      <h2 id="sites" tabIndex={-1} ref={heading}>
        Sites
      </h2>
      <p class="lead">
        Understory reads the pages of these sites in this browser, and sends nothing anywhere. To add a site,
        open it and use the switch in Understory’s popup.
      </p>
      <ul ref={list}>
        {sites.map((site, index) => (
          <li
            key={site.host}
            onFocusCapture={() => {
              at.current = index
            }}
          >
            <Site
              site={site}
              id={`site-${index}`}
              onSwitch={(on) => props.onSite(site, on)}
              onRemove={() => props.onRemoveSite(site)}
            />
          </li>
        ))}
      </ul>
      {sites.every(({ isMany }) => isMany) && (
        <p class="facts none-yet">No other site was added or switched off yet.</p>
      )}
      <p class="every-site">
        <button type="button" onClick={() => props.onEverySite(!everySite)}>
          {everySite ? 'Only the sites above' : 'On for every site'}
        </button>
        <span class="facts">
          {everySite
            ? 'Understory looks for a comment thread on every page you open, but for the sites that are switched off above. As long as that is so, none is removed from the list.'
            : 'The browser will ask first. Pages without a thread are left alone, and each site can still be switched off.'}
        </span>
      </p>
    </section>
  )
}
