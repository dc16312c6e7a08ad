import { attribute, closest, textOf } from '@/utils/dom/unclobbered'
import { httpUrl, oneLine } from './page-head'
import type { PageScope } from './page-scope'

const marked =
  'link[rel~="license" i], a[rel~="license" i], [itemprop~="license"], [property~="license"], [property$=":license"]'
const deeds = 'a[href*="creativecommons.org/licenses/"], a[href*="creativecommons.org/publicdomain/"]'
/** Where blogs say what holds for all they publish; elsewhere a licence may be that of a picture. */
const imprints =
  'footer, aside, .widget, [class*="footer" i], [id*="footer" i], [class*="sidebar" i], [id*="sidebar" i], [class*="licen" i], [id*="licen" i], [class*="copyright" i], [class*="creative" i]'

const urlOf = (element: Element, base: string): string | null =>
  httpUrl(attribute(element, 'href') ?? attribute(element, 'content') ?? attribute(element, 'resource'), base)

/**
 * The licence that a page declares for its text: by `rel`, by microdata or RDFa, or by the one Creative Commons deed
 * that its imprint links to.
 * @param except where a licence is somebody else's: pictures, comments
 */
export const licenceIn = (scope: PageScope, base: string, except: string): string | null => {
  for (const element of scope.findAll(marked)) {
    if (closest(element, except)) continue
    const said = urlOf(element, base) ?? (attribute(element, 'itemprop') ? oneLine(textOf(element)) : '')
    if (said) return said
  }
  const linked = new Set<string>()
  for (const link of scope.findAll(deeds))
    if (closest(link, imprints) && !closest(link, except)) linked.add(urlOf(link, base) ?? '')
  const [only] = linked
  return linked.size === 1 && only ? only : null
}
