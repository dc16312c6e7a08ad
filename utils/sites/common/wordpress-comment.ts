import { plainText } from '@/utils/dom/plain-text'
import { attribute, closest, find, isWithin, nameOf, parentNode, textOf } from '@/utils/dom/unclobbered'
import type { FoundComment } from './comment-reader'
import { oneLine } from './page-head'
import { type BodyFinder, findBody } from './wordpress-body'
import type { Item } from './wordpress-items'
import { hasDigit, nameInLine, timeInLine } from './wordpress-line'
import { lookThrough, type Seen } from './wordpress-look'
import { roleOf } from './wordpress-roles'
import { withoutSays } from './wordpress-says'

const isBeside = (element: Element): boolean => /^(?:aside|says|moderation|replies)$/.test(roleOf(element))

/** A bold name or a linked one within the element that names the author; the element itself where it has neither. */
const narrowed = (box: Element): Element => {
  for (const selector of ['cite', 'b,strong', 'a.url,a[rel~="external"],a[rel~="author"]']) {
    const inner = find(box, selector)
    if (inner && /\p{L}|\p{N}/u.test(textOf(inner)) && !closest(inner, 'time'))
      return selector === 'cite' ? narrowed(inner) : inner
  }
  return box
}

const nameElement = (
  { name, author, cite, profile, link, heading, bodies }: Seen,
  isPing: boolean,
): Element | null => {
  const clear = (element: Element | undefined): Element | undefined =>
    element &&
    !bodies.some((body) => isWithin(element, body) && body !== element && closest(element, 'p,blockquote'))
      ? element
      : undefined
  const whole = clear(name)
  // Themes call the line that holds name and time by the name's class, too.
  const named =
    (whole && (find(whole, '.fn') ?? whole)) ??
    (author && narrowed(author)) ??
    (clear(cite) && narrowed(cite as Element))
  if (named && (named !== cite || nameInLine(textOf(named)) !== '')) return named
  const isBesideTime = profile && link && parentNode(profile) === parentNode(link)
  const known = (isPing || isBesideTime ? profile : clear(profile)) ?? heading
  if (known || !link) return known ?? null
  // A paragraph or a term of its own, "Ann <a>4 May 2019</a>": whoever has no site has no element, either.
  const line = parentNode(link) as Element
  return /^(?:P|DT)$/.test(nameOf(line)) && textOf(line).length < 100 ? line : null
}

/** What themes write beside the name of the post's author. */
const postAuthor =
  /^\W*(?:post\s)?(?:author|autora?|autorin|auteur(?:e|\(e\)|rice)?|autore|autrice|verfasser(?:in)?|автор|作者|投稿者)\W*$/iu

const nameIn = (
  element: Element | null,
  time: Element | null,
  seen: Seen,
  { isPing, isPostAuthor }: Item,
): string | null => {
  if (!element) return null
  const isOther = (inner: Element): boolean =>
    (isPostAuthor && inner !== element && postAuthor.test(textOf(inner))) ||
    inner === time ||
    isBeside(inner) ||
    /^(?:time|meta)$/.test(roleOf(inner)) ||
    find(inner, 'time') !== null
  const line = oneLine(plainText(element, isOther))
  const holdsTime = !isPing && time && time !== element && isWithin(time, element)
  const whole = holdsTime ? nameInLine(line) : line
  // "1. Ann - 4 May 2019"
  const text = nameOf(element) === 'DT' ? whole.replace(/^\d+\.\s+|\s+[-–—|]$/g, '') : whole
  // "Simon says" may be a name: what themes mark as one is taken by its word.
  const isExact = !/[:：]\s*$/.test(text) && (isPing || !!(seen.says ?? seen.name))
  return (isExact ? text.replace(/\s*,$/, '') : withoutSays(text)) || null
}

/** The link to the author's own site, in the name or around it. */
const profileLink = (name: Element | null): Element | null => {
  if (!name) return null
  const isOwn = (link: Element | null): boolean =>
    !!link && nameOf(link) === 'A' && !/^\s*(?:#|$)|#(?:li-)?comment-\d/.test(attribute(link, 'href') ?? '')
  return [name, find(name, 'a[href]'), parentNode(name) as Element | null].find(isOwn) ?? null
}

/** Date and clock may stand side by side: then the time is what holds both. */
const timeElement = ({ times, link, meta, name, author }: Seen): Element | null => {
  const exact = times.find((time) => nameOf(time) === 'TIME' && attribute(time, 'datetime'))
  if (exact) return exact
  const [first, second] = times.filter((time) => hasDigit(time))
  if (first && second && parentNode(first) === parentNode(second)) {
    const both = parentNode(first) as Element
    const holdsName = [name, author].some((element) => element && isWithin(element, both))
    if (!holdsName && textOf(both).length < 80) return both
  }
  if (first) return link && isWithin(link, first) ? link : first
  if (link) return link
  if (
    meta &&
    hasDigit(meta) &&
    textOf(meta).length < 200 &&
    ![name, author].some((named) => named && isWithin(named, meta))
  )
    return meta
  // "yesterday"
  return times.find((time) => /\p{L}/u.test(textOf(time))) ?? null
}

/** The line that names the author: marks go to its end. */
const headerOf = (seen: Seen, name: Element | null, body: Element | null, item: Element): Element | null => {
  const box = [
    seen.author,
    name && closest(name, 'header,footer'),
    seen.meta,
    name && (parentNode(name) as Element),
  ]
  const fits = (element: Element | null | undefined): boolean =>
    !!element &&
    element !== item &&
    isWithin(element, item) &&
    (!name || isWithin(name, element)) &&
    !(body && isWithin(body, element))
  return box.find(fits) ?? (fits(name) ? name : null)
}

const numberInReply = (element: Element): string | null => {
  const link = find(element, '[data-commentid],a[href*="replytocom="]')
  if (!link) return null
  const number =
    attribute(link, 'data-commentid') ?? /replytocom=(\d+)/.exec(attribute(link, 'href') ?? '')?.[1]
  return number && /^\d+$/.test(number) ? number : null
}

/** Finds what a comment's elements are for. */
export const findParts = (item: Item, items: { has(node: Node): boolean }): FoundComment => {
  const { element, all, isPing } = item
  const isForeign = (inner: Element): boolean => items.has(inner)
  const seen: Seen = { bodies: [], times: [] }
  for (const own of all) lookThrough(own, isForeign, seen)
  const name = nameElement(seen, isPing)
  const stamp = timeElement(seen)
  const line = timeInLine({ ...seen, item: element, time: stamp, name, isBeside })
  const time = line?.element ?? stamp
  const finder: BodyFinder = {
    all,
    bodies: seen.bodies,
    isHead: (inner) => [name, time, seen.author].some((known) => known && isWithin(known, inner)),
    isBeside: (inner) => isBeside(inner) || isForeign(inner),
    isPing,
  }
  const { body, text, words, except } = findBody(finder)
  const holder = (body && all.find((own) => isWithin(body, own))) ?? element
  const number = item.number ?? numberInReply(element)
  return {
    element: holder,
    header: headerOf(seen, name, body, element) as HTMLElement | null,
    body,
    name: profileLink(name),
    nameText: nameIn(name, stamp, seen, item),
    time,
    ...(line ? { timeText: line.text } : {}),
    link: seen.link ?? null,
    id: number === null ? null : `comment-${number}`,
    text,
    except,
    ...(words ? { words } : {}),
    isPing,
    isPostAuthor: item.isPostAuthor,
    status:
      (seen.moderation ?? (body && find(body, '.comment-awaiting-moderation'))) ? 'moderation' : 'present',
    ...(all.length > 1 ? { all } : {}),
  }
}
