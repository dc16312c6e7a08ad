import {
  addressOf,
  attribute,
  classOf,
  find,
  findAll,
  firstElement,
  firstNode,
  hasClass,
  matches,
  nameOf,
  nextNode,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'
import type { CommentTime } from '@/utils/thread/comment'
import { itemsAdded } from './common/added-items'
import { assembleThread, createCommentReader } from './common/comment-reader'
import { createDepthParents } from './common/depth-parents'
import { onlyNumberIn } from './common/digits'
import { findAllInSteps } from './common/find-all-in-steps'
import { isoInstant } from './common/iso-time'
import { lineOf, oneLine } from './common/page-head'
import type { PageScope } from './common/page-scope'
import { createEstimate } from './common/relative-time'
import type { Hint, ReadComment, SiteAdapter } from './common/site-adapter'
import { threadPages } from './common/thread-pages'

/** The line above the words of a comment; its place has been the same since 2007. */
const headerName = '.comhead'
const headerPlace = `td.default ${headerName}`

export const hint: Hint = { selectors: [headerPlace] }

/** A comment is a table row that holds a table of one row: a spacer, the arrows to vote, the words. */
type Row = { element: HTMLElement; cell: HTMLElement; header: HTMLElement; depth: number }

const above = (node: Node | null, name: string): HTMLElement | null => {
  let at = node && parentNode(node)
  while (at && at.nodeName !== name) at = parentNode(at)
  return at as HTMLElement | null
}

/** Levels are shown by the width of an empty image, 40 for each; newer pages also say them. */
const depthOf = (spacer: Element): number => {
  const image = find(spacer, 'img[width]')
  const width = image && Number(attribute(image, 'width'))
  const depth = Number(attribute(spacer, 'indent') ?? (width === null ? Number.NaN : width / 40))
  return depth >= 0 ? depth : -1
}

const rowOf = (header: HTMLElement): Row | null => {
  const cell = above(header, 'TD')
  const inner = above(cell, 'TR')
  const spacer = inner && firstElement(inner)
  const holder = parentNode(above(inner, 'TABLE') ?? header)
  // The story itself, and comments in a list of many stories, have no spacer or no table of their own.
  if (!cell || !spacer || spacer === cell || !holder || nameOf(holder) !== 'TD') return null
  const element = above(holder, 'TR')
  const depth = depthOf(spacer)
  return element && depth >= 0 ? { element, cell, header, depth } : null
}

/** "2012-10-22T01:02:03", in UTC; newer pages add the seconds since 1970. */
const instantOf = (age: Element | null): string | null => {
  const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?!\S)/.exec((age && attribute(age, 'title')) ?? '')
  const instant = Date.parse(`${written?.[0]}Z`)
  return Number.isNaN(instant) ? null : isoInstant(instant)
}

/** "5 hours ago" has an element of its own today; in 2012 it stood between the name and the first line. */
const timeOf = (header: Element, name: string | null): CommentTime => {
  const age = find(header, '.age')
  const between = name === null ? '' : (oneLine(textOf(header)).slice(name.length).split('|')[0] ?? '')
  return { text: age ? oneLine(textOf(age)) : between.trim(), instant: instantOf(age), local: null }
}

/**
 * Since 2014 the words have an element of their own beside the link to reply, named so or for their colour. Before,
 * the colour was a `font`, of which browsers make one for each paragraph.
 */
const bodyOf = (cell: Element): HTMLElement | null => {
  const comment = find(cell, '.comment')
  const first = comment && firstElement(comment)
  return first && /^(?:commtext\b|c\w\w$)/.test(classOf(first)) ? (first as HTMLElement) : comment
}

/** Browsers find the link inside of the words where those have several paragraphs; in 2012 it was a small font. */
const isReplyLink = (element: Element): boolean =>
  hasClass(element, 'reply') || (nameOf(element) === 'FONT' && attribute(element, 'size') === '1')

const killed = /\[(?:dead|flagged|delayed)\]/

/** The words of a line that are in no element within it, as nobody's name is. */
const ownText = (line: Element): string => {
  let words = ''
  for (let node = firstNode(line); node; node = nextNode(node))
    if (nameOf(node) === '#text') words += textOf(node)
  return words
}

/** Stories share one path, and are told apart by their number. */
const storyUrl = (document: Document, url: string): string => {
  const story = new URL(url)
  const id = new URL(addressOf(document)).searchParams.get('id')
  story.search = id && /^\d+$/.test(id) ? `id=${id}` : ''
  return story.href
}

const describe = (scope: PageScope) => ({
  title: lineOf(scope.find('.titleline > a, .storylink, td.title > a')),
  author: lineOf(scope.find('.subtext a[href*="user?id="]')),
})

export const adapter: SiteAdapter = {
  id: 'hacker-news',
  name: 'Hacker News',
  *read(document) {
    const read = createCommentReader(document)
    const rows = createDepthParents()
    const estimate = createEstimate(['en'])
    let list: Node | null = null
    const readRows = function* (
      headers: ArrayLike<HTMLElement>,
      goTo: (row: Element) => boolean,
    ): Generator<void, ReadComment[] | null> {
      const comments: ReadComment[] = []
      for (let index = 0; index < headers.length; index += 1) {
        if (index % 8 === 7) yield
        const row = rowOf(headers[index] as HTMLElement)
        if (!row || rows.has(row.element)) continue
        const { element, cell, header, depth } = row
        list ??= parentNode(element)
        if (parentNode(element) !== list) continue
        // Lists of comments on many stories name the story of each: "| on: Summary of the outage".
        if (!goTo(element) || /\|\s*on:\s/.test(textOf(header))) return null
        const name = find(header, 'a[href*="user?id="]')
        const link = find(header, 'a[href*="item?id="]')
        const linked = /item\?id=(\d+)/.exec((link && attribute(link, 'href')) ?? '')
        const entry = read(
          {
            element,
            header,
            body: bodyOf(cell),
            name,
            time: null,
            link,
            id: linked?.[1] ?? null,
            except: isReplyLink,
          },
          null,
        )
        const { comment } = entry
        comment.parentId = rows.parentOf(element, depth, comment.id)
        comment.time = estimate(timeOf(header, comment.author.name))
        if (/^\[(?:deleted|flagged|dead)\]$/.test(comment.text)) comment.status = 'deleted'
        // What was killed is shown to those who ask for it, and says so beside the time.
        else if (killed.test(ownText(header))) comment.status = 'moderation'
        comments.push(entry)
      }
      return comments
    }
    const headers = yield* findAllInSteps(document, headerName)
    const placed = headers.filter((header) => matches(header, headerPlace))
    yield
    const comments = (yield* readRows(placed, () => true)) ?? []
    const navigation = findAll(document, '.morelink')
    yield
    const more = navigation.length > 0 || find(document, 'td.title > a[href^="/x?"]') !== null
    yield
    let story: ReturnType<typeof describe> = { title: null, author: null }
    const thread = assembleThread(document, 'hacker-news', comments, (scope) => {
      story = describe(scope)
      // The number that the story shows leaves out what was killed, and need not be what is on the page.
      const counted = scope.findAll('.subtext a[href*="item?id="]').at(-1)
      const total = onlyNumberIn(lineOf(counted ?? null) ?? '')
      return {
        hasMore: more,
        pages: threadPages(document, { mark: /[?&]p=(\d+)/ }, { navigation, comments, total }),
      }
    })
    if (!thread) return []
    const { post } = thread
    const title = story.title ?? post.title
    return [
      {
        ...thread,
        post: { ...post, title, author: story.author, url: storyUrl(document, post.url) },
        readAdded: (added) => readRows(itemsAdded(added, headerPlace), rows.startAdding()),
      },
    ]
  },
}
