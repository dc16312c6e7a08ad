/** What the thread stands on: our colours are chosen from the page's own, not from the system's scheme. */
export type Scheme = { name: 'light' | 'dark'; background: string }

/** Red, green, blue as 0–255 and alpha as 0–1, from a computed colour; null for forms that it does not know. */
const channels = (color: string): [number, number, number, number] | null => {
  const match = /^rgba?\(([\d.]+),? ([\d.]+),? ([\d.]+)(?:,? ?\/? ?([\d.]+))?\)$/.exec(color)
  return match ? [Number(match[1]), Number(match[2]), Number(match[3]), Number(match[4] ?? 1)] : null
}

/** Relative luminance, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = ([r, g, b]: readonly number[]): number => {
  const linear = (value: number) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(r!) + 0.7152 * linear(g!) + 0.0722 * linear(b!)
}

/** Reads the background that the element is seen on; a page that names none is white, or dark by its own text. */
export const schemeOf = (element: Element): Scheme => {
  const view = element.ownerDocument.defaultView
  if (!view) return { name: 'light', background: 'Canvas' }
  const ofText = (darkGround: string, lightGround: string): Scheme => {
    const text = channels(view.getComputedStyle(element).color)
    return text !== null && luminance(text) > 0.4
      ? { name: 'dark', background: darkGround }
      : { name: 'light', background: lightGround }
  }
  for (let up: Element | null = element; up; up = up.parentElement) {
    const style = view.getComputedStyle(up)
    const seen = channels(style.backgroundColor)
    // What is painted over an image cannot be known: the text's colour tells what it is meant to stand on.
    if (style.backgroundImage !== 'none') return ofText('#1b1b1b', '#fff')
    if (seen && seen[3] > 0.5)
      return { name: luminance(seen) > 0.18 ? 'light' : 'dark', background: style.backgroundColor }
  }
  return ofText('Canvas', 'Canvas')
}
