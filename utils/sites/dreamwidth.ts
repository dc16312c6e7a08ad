import { plainText } from '@/utils/dom/plain-text'
import {
  addressOf,
  attribute,
  classOf,
  closest,
  find,
  findAll,
  firstElement,
  includesClass,
  matches,
  nextElement,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'
import type { CommentStatus } from '@/utils/thread/comment'
import { itemsAdded } from './common/added-items'
import { isAnonymousWord } from './common/anonymous-words'
import { assembleThread, createCommentReader } from './common/comment-reader'
import { createDepthParents } from './common/depth-parents'
import { createNesting } from './common/nesting'
import { lineOf, oneLine } from './common/page-head'
import type { Hint, ReadComment, SiteAdapter } from './common/site-adapter'
import { threadPages } from './common/thread-pages'
import { withWholeRoot } from './common/whole-root'

/** Where the parts of a comment are; both came out of one source, and LiveJournal's markup was renamed in 2012. */
type Kind = {
  items: string
  poster: string
  time: string
  body: string
  link: string
  /** What all comments have, where the items are only those that are shown in full. */
  all?: string
}

const kinds: Kind[] = [
  {
    items: '.dwexpcomment, .ljexpcomment',
    poster: '.comment-poster, .poster',
    time: '.datetime [title], .datetime',
    body: '.comment-content',
    link: '.commentpermalink a, .comment-title a',
  },
  {
    items: '.b-tree-twig > .b-leaf',
    poster: '.b-leaf-username',
    time: '.b-leaf-createdtime',
    body: '.b-leaf-article',
    link: '.b-leaf-permalink',
  },
  {
    items: '.ljcmt_full',
    poster: ':scope > div:first-child .ljuser',
    time: ':scope > div:first-child small span',
    body: ':scope > div:nth-child(2)',
    link: ':scope > div:first-child a[href*="thread="]',
    all: '[id^="ljcmt"]',
  },
]

export const hint: Hint = {
  selectors: ['.dwexpcomment', '.ljexpcomment', '.b-tree-twig > .b-leaf', '.ljcmt_full'],
}

/** All pages are led to by their numbers; what they hold the same number of are threads, and nobody says how many. */
const paging = { mark: /[?&]page=(\d+)/, showsLast: true } as const

/** A row holds one comment and nothing else; where it holds more, the comment is its own row. */
const rowOf = (item: HTMLElement): HTMLElement => {
  const row = parentNode(item) as HTMLElement | null
  const isRow = row && /\b(?:comment-thread|b-tree-twig)\b/.test(classOf(row))
  return isRow && firstElement(row) === item && !nextElement(item) ? row : item
}

/**
 * From the class around it, else in pixels, from the margin or a picture that pushes it to the right: only which one is
 * deeper matters.
 */
const depthOf = (item: Element): number => {
  const around = parentNode(item) as Element
  const level = /(?:^|\s)(?:comment-depth|b-tree-twig)-(\d+)(?=\s|$)/.exec(classOf(around))?.[1]
  const margin = () =>
    /margin-left:\s*(\d+)/i.exec(attribute(item, 'style') ?? attribute(around, 'style') ?? '')?.[1]
  const pushed = () => {
    const row = closest(item, 'tr')
    const spacer = row && find(row, ':scope > td:first-child > img[width]')
    return spacer && attribute(spacer, 'width')
  }
  return Number(level ?? margin() ?? pushed() ?? 0)
}

const statusOf = (classes: string): CommentStatus => {
  if (/(?:^|[\s-])(?:deleted|suspended)(?=\s|$)/.test(classes)) return 'deleted'
  if (/(?:^|[\s-])screened(?=\s|$)/.test(classes)) return 'moderation'
  // Long threads show only the first comments in full.
  return /(?:^|[\s-])(?:partial|collapsed)(?=\s|$)/.test(classes) ? 'partial' : 'present'
}

/** Comments that are put there anew, and say no more than before: where that goes on, somebody undoes what we do. */
const mostShortAgain = 60

/** Users have a name of their own class; anybody else is words, "(Anonymous)" or "From: somebody.example.com". */
const posterOf = (poster: Element | null): { name: Element | null; text: string | null } => {
  const user = poster && find(poster, '.ljuser')
  if (user) return { name: user, text: lineOf(user) }
  const text = oneLine(
    (lineOf(poster) ?? '').replace(/^[\p{L}\s]+:\s/u, '').replace(/^[([](.*)[)\]]$/s, '$1'),
  )
  return { name: poster, text: text || null }
}

const readRow = (
  read: ReturnType<typeof createCommentReader>,
  item: HTMLElement,
  kind: Kind,
): ReadComment => {
  const element = rowOf(item)
  const wrapper = find(item, '.comment-wrapper')
  const classes = wrapper ? classOf(wrapper) : classOf(item)
  const status = statusOf(classes)
  const poster = find(item, kind.poster)
  const body = status === 'partial' ? null : find(item, kind.body)
  const { name, text } = posterOf(poster)
  const entry = read(
    {
      element,
      header: (poster && parentNode(poster)) as HTMLElement | null,
      body,
      name,
      nameText: text,
      time: find(item, kind.time),
      link: find(item, kind.link),
      id: attribute(item, 'id'),
      except: 'edittime',
      isPostAuthor: includesClass(classes, 'entry-author'),
      // What is gone is not written by anybody, but says so in the place of the words.
      ...(status !== 'partial' && !body ? { text: plainText(item) } : {}),
      status,
    },
    null,
  )
  const { author, time } = entry.comment
  author.isAnonymous ||= name !== null && name === poster && isAnonymousWord(text ?? '')
  if (time.local && !time.instant && /\bUTC\)?$/.test(time.text)) time.instant = `${time.local}:00.000Z`
  return entry
}

export const adapter: SiteAdapter = {
  id: 'dreamwidth',
  name: 'Dreamwidth',
  *read(document) {
    const kind = kinds.find(({ items }) => find(document, items))
    if (!kind) return []
    const isShort = (item: Element): boolean =>
      /^ljcmt\d+$/.test(attribute(item, 'id') ?? '') && !matches(item, kind.items)
    // What is shown in part looks like nothing else: a thread that has such is left alone.
    if (kind.all && [...findAll(document, kind.all)].some(isShort)) return []
    const read = createCommentReader(document)
    const rows = createDepthParents()
    const nesting = createNesting()
    const byItem = new Map<Element, ReadComment>()
    let shortAgain = 0
    /**
     * "Expand" puts a comment in full in the place of its first line: it is the same comment, and says more. Those
     * below it may be put there as short as they were.
     */
    const readFilledIn = (item: HTMLElement, { comment, parts }: ReadComment): boolean => {
      if (comment.status !== 'partial') return false
      const now = readRow(read, item, kind)
      if (now.comment.status === 'partial') {
        if (!now.parts.header || now.parts.header === parts.header) return false
        shortAgain += 1
        if (shortAgain > mostShortAgain) return false
      }
      const { id, parentId, permalink } = comment
      Object.assign(comment, now.comment, { id, parentId, permalink: now.comment.permalink ?? permalink })
      Object.assign(parts, now.parts)
      return true
    }
    const address = addressOf(document).replace(/#.*$/s, '')
    const readItems = function* (
      items: ArrayLike<HTMLElement>,
      goTo: (row: Element) => boolean,
    ): Generator<void, ReadComment[] | null> {
      const comments: ReadComment[] = []
      for (let index = 0; index < items.length; index += 1) {
        if (index % 8 === 7) yield
        const item = items[index] as HTMLElement
        const known = byItem.get(item)
        if (known && readFilledIn(item, known)) comments.push(known)
        // Rows stand side by side: what is inside of one is somebody's words, or the same comment opened.
        if (nesting.has(item) || nesting.around(item)) continue
        const entry = readRow(read, item, kind)
        const { comment, parts } = entry
        if (!parts.body && !parts.header && !/\S/.test(textOf(item))) continue
        if (!goTo(parts.element)) return null
        comment.parentId = rows.parentOf(parts.element, depthOf(item), comment.id)
        comment.permalink ??= item.id && /^https?:/.test(address) ? `${address}#${item.id}` : null
        comments.push(entry)
        nesting.add(entry)
        byItem.set(item, entry)
      }
      return comments
    }
    const comments = (yield* readItems(findAll(document, kind.items), () => true)) ?? []
    let title: string | null = null
    let author: string | null = null
    const thread = assembleThread(document, 'dreamwidth', comments, (scope) => {
      title = lineOf(scope.find('.entry-title, .b-singlepost-title'))
      author = lineOf(
        scope.find('.entry .poster .ljuser, .entry-poster .ljuser, .b-singlepost-author-user .ljuser'),
      )
      // The same page of the thread is led to above and below it.
      const navigation = [...findAll(document, 'a[href*="page="]')].filter(
        (link) => !closest(link, kind.items),
      )
      return {
        pages: threadPages(document, paging, { navigation, comments, total: null }),
      }
    })
    if (!thread) return []
    return [
      withWholeRoot({
        ...thread,
        post: { ...thread.post, title: title ?? thread.post.title, author },
        readAdded: (added) => readItems(itemsAdded(added, kind.items), rows.startAdding()),
      }),
    ]
  },
}
