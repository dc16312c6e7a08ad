import { attribute, classOf, find, findAll, hasClass, isWithin, parentNode } from '@/utils/dom/unclobbered'
import { createCommentReader } from './comment-reader'
import { createTimes, findFirst, lineBeside, withoutNote, writtenName } from './drupal-line'
import { httpUrl, lineOf, linkTarget } from './page-head'
import type { ReadComment } from './site-adapter'

/** The number in an id of Drupal's, "12" of "comment-12". */
export const numberOf = (id: string | null): string | null => /^comment-(\d+)$/.exec(id ?? '')?.[1] ?? null

const bodyOf = (item: Element): HTMLElement | null => {
  const field = findFirst(
    item,
    '[property~="schema:text"]',
    '.field-name-comment-body, .field--name-comment-body',
    '[class*="comment-body"]',
    '.text-formatted',
    '.content .content',
    '.comment-content, .comment__content, .comment-text',
    '.content',
  )
  return field && (find(field, '.field-item, .field__item') ?? field)
}

/** The comment that is answered is linked, too, and may stand first. */
const linkTo = (item: Element, number: string): Element | null => {
  const leads = (link: Element) => (attribute(link, 'href') ?? '').endsWith(`#comment-${number}`)
  const first = find(item, 'a.permalink, a[rel~="bookmark"]')
  return first && leads(first) ? first : ([...findAll(item, 'a[href*="#comment-"]')].find(leads) ?? null)
}

/** The line that a name stands in. */
const lineAround = (name: Element): Element | null => {
  let line = parentNode(name)
  while (line && /^(?:A|B|EM|SPAN|STRONG)$/.test(line.nodeName)) line = parentNode(line)
  return line as Element | null
}

/** Reads one comment of Drupal's after the other; `anchor` is the id of an empty link right before it. */
export const createItemReader = (document: Document) => {
  const read = createCommentReader(document)
  const timeOf = createTimes(document)
  return (item: HTMLElement, anchor: string | null): ReadComment => {
    const body = bodyOf(item)
    const outside = (place: HTMLElement | null) => (place && !(body && isWithin(place, body)) ? place : null)
    const named = outside(
      findFirst(
        item,
        '.username, span[property~="schema:name"], [property~="foaf:name"]',
        '.submitted a[href*="/user"], .submitted a[rel~="nofollow"]',
        '.comment__author, .comment-author, .commenter-name, .author',
      ),
    )
    const submitted = named
      ? null
      : outside(
          find(item, '.submitted, .comment__submitted') ?? lineBeside(find(item, 'span[property][content]')),
        )
    const written = lineOf(submitted) ?? ''
    const name = lineOf(named) ?? writtenName(written) ?? /^(.{2,60}?)\s+\|\s/.exec(written)?.[1] ?? null
    const about = attribute(item, 'about')
    const number =
      numberOf(anchor) ?? numberOf(item.id) ?? numberOf(`comment-${/#comment-(\d+)$/.exec(about ?? '')?.[1]}`)
    const link = number === null ? null : linkTo(item, number)
    const line = named ? lineAround(named) : submitted
    const isLine = line && line !== item && isWithin(line, item) && !(body && isWithin(body, line))
    const entry = read(
      {
        element: item,
        header: isLine ? (line as HTMLElement) : null,
        body,
        name: named,
        nameText: name && withoutNote(name),
        time: null,
        link,
        id: number === null ? null : `comment-${number}`,
        except: (element) => hasClass(element, 'links') || hasClass(element, 'user-signature'),
        isPostAuthor: /(?:^|\s)(?:comment-)?by-node-author(?=\s|$)/.test(classOf(item)),
        status: /(?:^|\s)(?:comment-|comment--)?unpublished(?=\s|$)/.test(classOf(item))
          ? 'moderation'
          : 'present',
      },
      null,
    )
    const { comment } = entry
    comment.time = timeOf(item, name ?? '')
    comment.permalink = (link && linkTarget(link)) ?? httpUrl(about, item.baseURI) ?? comment.permalink
    return entry
  }
}
