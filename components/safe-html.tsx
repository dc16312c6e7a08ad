import { useLayoutEffect, useRef } from 'preact/hooks'
import { sanitiseToFragment } from '@/utils/dom/html'

/** HTML of a clip, sanitised again on its way to the screen: what lies in the library is not trusted either. */
export const SafeHtml = ({ html }: { html: string }) => {
  const holder = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    holder.current?.replaceChildren(sanitiseToFragment(html))
  }, [html])
  return <div class="body" dir="auto" ref={holder} />
}
