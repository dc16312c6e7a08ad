import {
  addressOf,
  attribute,
  closest,
  find,
  findAll,
  firstElement,
  hasClass,
  nameOf,
  nextElement,
  textOf,
} from '@/utils/dom/unclobbered'
import { instantIn, isDeleted } from './common/blogger-comment'
import { type Entry, entriesAmong, entriesIn, idPattern } from './common/blogger-entries'
import { nameIn } from './common/blogger-names'
import { bloggerPages } from './common/blogger-pages'
import { bloggerCount, readBloggerPost } from './common/blogger-post'
import { createClock } from './common/clock'
import { createExactReader } from './common/comment-reader'
import { isoInstant } from './common/iso-time'
import { linkTarget, oneLine, pageLanguages } from './common/page-head'
import { createPageScope } from './common/page-scope'
import type { Hint, ReadComment, ReadThread, SiteAdapter } from './common/site-adapter'

const block = '#comments-block'

/** A post without comments has the list, too, but empty. */
export const hint: Hint = { selectors: [`${block} .comment-body`], isNamed: true }

const timePlace = '.comment-timestamp a, a.comment-link, a.comment-data-link, a[title="comment permalink"]'

const findIn = (elements: readonly Element[], selector: string): HTMLElement | null => {
  for (const element of elements) {
    const found = find(element, selector)
    if (found) return found
  }
  return null
}

const idOf = ({ head, all }: Entry, body: Element | null, href: string): string | null => {
  const own = [all[0]?.id ?? '', head.id].find((id) => idPattern.test(id))
  const anchor = find(head, 'a[name]')
  const digits =
    /_cmt-(\d+)$/.exec(body?.id ?? '')?.[1] ??
    /^c?(\d+)$/.exec((anchor && attribute(anchor, 'name')) ?? '')?.[1] ??
    /#c?(\d+)$/.exec(href)?.[1]
  return own ?? (digits === undefined ? null : `c${digits}`)
}

/** The one element in a description, where it holds all there is; else the description itself. */
const wordsOf = (description: HTMLElement): HTMLElement => {
  const first = firstElement(description)
  const isAll = first && /^(?:P|SPAN|DIV)$/.test(nameOf(first)) && !nextElement(first)
  return isAll && oneLine(textOf(first)) === oneLine(textOf(description))
    ? (first as HTMLElement)
    : description
}

const createEntryReader = (document: Document) => {
  const read = createExactReader(document)
  const readClock = createClock(pageLanguages(document))
  const address = addressOf(document).replace(/#.*$/s, '')
  return (entry: Entry): ReadComment => {
    const { head, all } = entry
    const whole = all[0] as HTMLElement
    const isTerm = all[0] === head
    const description = isTerm
      ? (all.find((element) => hasClass(element, 'comment-body')) ?? null)
      : find(whole, '.comment-body')
    const around = isTerm
      ? all.filter((element) => element !== description)
      : [find(whole, '.comment-footer') ?? head]
    const time = findIn(around, timePlace)
    const href = (time && attribute(time, 'href')) ?? ''
    const { name, text } = nameIn(head, time)
    const body = description && wordsOf(description)
    const native = idOf(entry, description, href)
    const found = read(
      {
        element: isTerm ? (description ?? head) : whole,
        header: head,
        body,
        name,
        nameText: text,
        time: null,
        id: native,
        isPostAuthor: closest(head, '.blog-author') !== null,
        ...(all.length > 1 ? { all } : {}),
      },
      null,
    )
    const { comment } = found
    const instant = instantIn(href)
    const shown = oneLine(textOf(time ?? findIn(around, '.comment-timestamp') ?? document.createTextNode('')))
    comment.time = {
      text: shown,
      instant: instant === null ? null : isoInstant(instant),
      local: shown === '' ? null : readClock(shown, instant),
    }
    // A link that a mirror has rewritten leads nowhere; the comment's own id on this page does.
    const target = time && /[?&]showComment=/.test(href) ? linkTarget(time, href) : null
    comment.permalink = target ?? (native && /^https?:/.test(address) ? `${address}#${native}` : null)
    if (isDeleted(description, comment.text) || isDeleted(body, comment.text)) comment.status = 'deleted'
    return found
  }
}

export const adapter: SiteAdapter = {
  id: 'blogger-unthreaded',
  name: 'Blogger',
  *read(document): Generator<void, ReadThread[]> {
    const lists = [...findAll<HTMLElement>(document, block)]
    const found = lists
      .map((list) => ({ list, entries: entriesIn(list) }))
      .find(({ entries }) => entries.length > 0)
    if (!found) return []
    yield
    const { list: root, entries } = found
    const read = createEntryReader(document)
    const known = new Set<Element>()
    const readEntries = function* (some: readonly Entry[]): Generator<void, ReadComment[]> {
      const comments: ReadComment[] = []
      for (const [index, entry] of some.entries()) {
        comments.push(read(entry))
        for (const own of entry.all) known.add(own)
        if (index % 8 === 7) yield
      }
      return comments
    }
    const comments = yield* readEntries(entries)
    if (!comments.some(({ parts }) => parts.body)) return []
    const section = closest(root, '#comments, .comments')
    const thread: ReadThread = {
      platform: 'blogger',
      post: readBloggerPost(createPageScope(document, root)),
      root,
      declaredCount: bloggerCount(document, root),
      comments,
      *readAdded(added) {
        const later = entriesAmong(added, root, known)
        return later && (yield* readEntries(later))
      },
    }
    if (!section || !find(section, '.paging-control-container a')) return [thread]
    const pages = bloggerPages(document, section, comments)
    return [{ ...thread, hasMore: true, ...(pages ? { pages } : {}) }]
  },
}
