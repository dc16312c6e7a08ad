import { addressOf, attribute, nameOf, parentNode } from '@/utils/dom/unclobbered'
import { lineOf } from './page-head'
import type { PageLink, ReadComment, ThreadPages } from './site-adapter'

/** How a platform names the pages of a thread in addresses. */
export type Paging = {
  /** What stands in an address for a page; its first group that matched is the page's number. */
  mark: RegExp
  /** The number of the first page; 1 where it is left out. */
  base?: number
  /** An address without a number may be any page, not just the first. */
  isOpen?: true
  /** What the pages but the last hold the same number of: comments, or those at top level with all that is below. */
  holds?: 'comments' | 'threads'
  /** Whatever page is shown, its navigation leads to the last. */
  showsLast?: true
  /** The number is that of comments, not of pages, and grows by what a page holds. */
  counts?: 'comments'
}

/** What is known of this page. */
export type PageOfThread = {
  /** The page's own navigation between comments; what is no link shows where it is. */
  navigation: Iterable<Element>
  /** The number of this page, and the place of its first comment, where the page says them in words. */
  current?: number
  first?: number
  comments: readonly ReadComment[]
  /** How many comments the page says there are on all pages. */
  total: number | null
}

/** What does not tell threads apart: where the reader came from, and how the page is to look. */
const idle = /^(?:utm_\w+|\w*clid|ref|nc|m|share|replytocom|unapproved|moderation-hash)$/

const numberIn = (url: URL, { mark }: Paging): number | null => {
  const digits = mark
    .exec(url.pathname + url.search)
    ?.slice(1)
    .find(Boolean)
  return digits === undefined || digits.length > 6 ? null : Number(digits)
}

/** What all pages of one thread have in common. */
const threadOf = (url: URL, { mark }: Paging): string => {
  const [path = '', query = ''] = (url.pathname + url.search)
    .replace(mark, ([start]) => (start === '&' ? '' : '?'))
    .split(/\?(.*)/s)
  const rest = new URLSearchParams(query.replace(/^[?&]+/, ''))
  const told = [...rest].filter(([name]) => name !== '' && !idle.test(name))
  return `${url.host.replace(/^www\./, '')}${path.replace(/(?:\.html?|\/(?:index\.\w+)?)$/, '')}?${told.sort().join('&')}`
}

const urlOf = (link: Element, base: string): URL | null => {
  try {
    const url = new URL(attribute(link, 'href') ?? '', base)
    return /^https?:$/.test(url.protocol) ? url : null
  } catch {
    return null
  }
}

const isNumber = (link: Element): boolean => /^\D{0,2}\d+\D{0,2}$/.test(lineOf(link) ?? '')

const previous = /\bprev|\bolder|alignleft/i
const next = /\bnext|\bnewer|alignright/i

/** Whether a link says in class or `rel`, its own or of what is around it, that it leads back (-1) or on (1). */
const directionOf = (link: Element): number => {
  const said = (element: Element | null) =>
    element ? `${attribute(element, 'rel') ?? ''} ${attribute(element, 'class') ?? ''}` : ''
  for (const words of [said(link), said(parentNode(link) as Element | null)]) {
    if (previous.test(words) !== next.test(words)) return next.test(words) ? 1 : -1
  }
  return 0
}

/** The number of this page where its address does not say: beside the only page that is led to, or the gap among them. */
const openNumber = (
  links: ReadonlyMap<number, { link: Element }>,
  shown: readonly Element[],
): number | null => {
  for (const element of shown) {
    const digits = /^\D*(\d{1,6})\D*$/.exec(lineOf(element) ?? '')?.[1]
    if (digits && !links.has(Number(digits))) return Number(digits)
  }
  for (const [number, { link }] of links) {
    const direction = directionOf(link)
    if (direction !== 0 && !links.has(number - direction) && number > direction) return number - direction
  }
  return null
}

/**
 * The place that the first comment of a page in the middle has, where all pages hold the same number. Where only
 * threads are counted, that is certain as long as no answer is left that an earlier page could hold.
 */
const middleOf = (
  { base = 1, holds }: Paging,
  { comments, total }: PageOfThread,
  current: number,
  last: number,
): number | undefined => {
  const top = comments.filter(({ comment }) => comment.parentId === null).length
  const each = holds === 'threads' ? top : comments.length
  // The last page has one comment at least.
  const spare = total === null ? null : total - (last - base) * each - 1 - (comments.length - each)
  const isCertain = holds === 'threads' ? spare === 0 : spare === null || spare >= 0
  return isCertain ? (current - base) * each + 1 : undefined
}

/** The place of this page's first comment in the thread; undefined where it is not certain. */
const firstOf = (
  paging: Paging,
  page: PageOfThread,
  current: number | null,
  last: number,
): number | undefined => {
  const { base = 1, holds, counts } = paging
  const { comments, total, first } = page
  const read = comments.length
  const isFlat = comments.every(({ comment }) => comment.parentId === null)
  const place = (): number | undefined => {
    if (current === null) return undefined
    if (current === base) return 1
    if (counts) return isFlat ? current + 1 : undefined
    if (current === last) return total === null ? undefined : total - read + 1
    return holds ? middleOf(paging, page, current, last) : undefined
  }
  const found = first ?? place()
  if (found === undefined || found < 1 || (found === 1 && current !== base && first === undefined))
    return undefined
  return total !== null && found + read - 1 > total ? undefined : found
}

/** The other pages of the thread that a page leads to, with itself among them; null where it leads to none. */
export const threadPages = (document: Document, paging: Paging, page: PageOfThread): ThreadPages | null => {
  const address = addressOf(document)
  const here = new URL(address)
  if (!/^https?:$/.test(here.protocol)) return null
  const { base = 1, isOpen, counts } = paging
  const thread = threadOf(here, paging)
  const found = new Map<number, { link: Element; url: string }>()
  const shown: Element[] = []
  for (const element of page.navigation) {
    const url = nameOf(element) === 'A' ? urlOf(element, address) : null
    if (!url) shown.push(element)
    const number = url && (numberIn(url, paging) ?? (isOpen ? null : base))
    if (!url || number === null || threadOf(url, paging) !== thread) continue
    const before = found.get(number)
    // A page may be led to by its number and by words; the number says more.
    if (!before || (isNumber(element) && !isNumber(before.link)))
      found.set(number, { link: element, url: url.href })
  }
  const current = page.current ?? numberIn(here, paging) ?? (isOpen ? openNumber(found, shown) : base)
  const numbers = [...found.keys()]
  if (numbers.every((number) => number === current)) return null
  if (current !== null && !found.has(current)) numbers.push(current)
  numbers.sort((a, b) => a - b)
  here.hash = ''
  const links = numbers.map((number): PageLink => {
    const other = number === current ? undefined : found.get(number)
    const label = other && lineOf(other.link)?.slice(0, 60)
    return {
      label: label ?? String(counts ? number : number + 1 - base),
      url: other?.url ?? here.href,
      isCurrent: number === current,
    }
  })
  const last = numbers.at(-1)!
  const said = page.total !== null && page.total > page.comments.length ? page.total : null
  const first = firstOf(paging, { ...page, total: said }, current, last)
  const isEnd = !counts && current === last
  return {
    links,
    ...(first === undefined ? {} : { first }),
    ...(isEnd || (paging.showsLast && current !== null) ? { count: last + 1 - base } : {}),
    // The last page ends where the thread does.
    total: said ?? (isEnd && first !== undefined && first > 1 ? first + page.comments.length - 1 : null),
  }
}
