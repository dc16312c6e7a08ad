import { addressOf, findAll, holdsAny, isWithin, nameOf, parentNode } from '@/utils/dom/unclobbered'
import { isOurOwn } from './common/added-items'
import { assembleThread, createCommentReader, rootOf } from './common/comment-reader'
import type { Hint, ReadComment, ReadThread, SiteAdapter } from './common/site-adapter'
import { findParts } from './common/wordpress-comment'
import { countsOf } from './common/wordpress-counts'
import { createItemFinder, type Item } from './common/wordpress-items'

/** Every walker since 2008 numbers depths in classes; older themes, and those with classes of their own, have ids. */
const marked = ['.comment.depth-1', '.pingback.depth-1', '.trackback.depth-1', '.wc-comment']
/** A box with an id or a class is found at once: only what is in it is looked through. */
const numbered = [
  '#comments',
  '.comments',
  '.comments-area',
  '.commentlist',
  '.comment-list',
  '.comments-list',
  '.comment-items',
  '#commentlist',
  '#comment_list',
].map((box) => `${box} [id^="comment-"]`)

export const hint: Hint = {
  selectors: [...marked, ...numbered],
  isNamed: true,
  confirm: (document) =>
    holdsAny(document, marked) ||
    numbered.some((ids) => [...findAll(document, ids)].some(({ id }) => /^comment-\d+$/.test(id))),
}

/** Comments of one list. */
type Group = { list: Element; items: Item[] }

const groupsOf = (items: readonly Item[]): Group[] => {
  const groups = new Map<Element, Group>()
  for (const item of items) {
    const group = groups.get(item.list)
    if (group) group.items.push(item)
    else groups.set(item.list, { list: item.list, items: [item] })
  }
  return [...groups.values()]
}

/**
 * The lists that make the thread: not those of pingbacks beside one of comments, nor those that show some of the
 * comments once more ("most liked").
 */
const threadOf = (groups: Group[]): Group[] => {
  const talking = groups.filter(({ items }) => items.some(({ isPing }) => !isPing))
  const lists = talking.length > 0 ? talking : groups.slice(0, 1)
  const bySize = lists.toSorted((a, b) => b.items.length - a.items.length)
  const seen = new Set<string>()
  const kept = new Set<Group>()
  for (const group of bySize) {
    const numbers = group.items.flatMap(({ number }) => number ?? [])
    if (numbers.length > 0 && numbers.every((number) => seen.has(number))) continue
    for (const number of numbers) seen.add(number)
    kept.add(group)
  }
  return lists.filter((group) => kept.has(group))
}

/** What holds a comment's replies and nothing of its own. */
const repliesAround = (parent: ReadComment, reply: Element): HTMLElement | null => {
  const { element, body, header } = parent.parts
  let replies: Element | null = null
  for (
    let at = parentNode(reply) as Element | null;
    at && at !== element;
    at = parentNode(at) as Element | null
  ) {
    if ((body && isWithin(body, at)) || (header && isWithin(header, at)) || !isWithin(at, element)) break
    replies = at
  }
  return replies as HTMLElement | null
}

const anchorOf = (document: Document, number: string): string | null => {
  const address = addressOf(document)
  return /^https?:/.test(address) ? `${address.replace(/#.*$/s, '')}#comment-${number}` : null
}

/** The path of the post that a comment's link leads to, without the page of its comments. */
const postOf = (permalink: string | null): string | null =>
  permalink && /#comment-\d+$/.test(permalink)
    ? new URL(permalink).pathname.replace(/\/(?:comment-page-\d+|amp)\/?$/, '/').replace(/\/$/, '')
    : null

/** Comments on several posts are a list of what is new on the blog. */
const isOfOnePost = (permalinks: readonly (string | null)[]): boolean =>
  new Set(permalinks.flatMap((permalink) => postOf(permalink) ?? [])).size < 2

export const adapter: SiteAdapter = {
  id: 'wordpress',
  name: 'WordPress',
  *read(document): Generator<void, ReadThread[]> {
    const finder = createItemFinder(document)
    const items = yield* finder.findAll()
    const groups = threadOf(groupsOf(items))
    yield
    const read = createCommentReader(document)
    const done = new Map<Item, ReadComment>()
    // The addresses that the page itself gives its comments: a page may be had under another than its own.
    const linked: (string | null)[] = []
    const readItems = function* (own: readonly Item[]): Generator<void, ReadComment[]> {
      const comments: ReadComment[] = []
      for (const item of own) {
        const parent = item.parent ? done.get(item.parent) : undefined
        const parts = findParts(item, finder.elements)
        const comment = read(
          { ...parts, ...(groups.length > 1 ? { list: item.list as HTMLElement } : {}) },
          parent?.comment.id ?? null,
        )
        if (parts.link && linked.length < 50) linked.push(comment.comment.permalink)
        // An id within the item is as good to link to as the item's own, and better than a plug-in's.
        if (item.number && !/#(?!w(?:c|pd)-comm-)/.test(comment.comment.permalink ?? ''))
          comment.comment.permalink = anchorOf(document, item.number)
        if (parent && !parent.parts.replies)
          parent.parts.replies = repliesAround(parent, comment.parts.element)
        done.set(item, comment)
        comments.push(comment)
        if (comments.length % 8 === 0) yield
      }
      return comments
    }
    const lists = new Set<Element>()
    const comments: ReadComment[] = []
    for (const { list, items: own } of groups) {
      linked.length = 0
      const inGroup = yield* readItems(own)
      if (!isOfOnePost(linked)) continue
      lists.add(list)
      comments.push(...inGroup)
    }
    // WordPress names everybody: where most have no name, the markup is something else's.
    const unnamed = comments.filter(({ comment }) => comment.author.name === null)
    if (!comments.some(({ comment }) => comment.text !== '') || unnamed.length > comments.length / 2)
      return []
    yield
    const root = rootOf(comments)
    const thread = assembleThread(document, 'wordpress', comments, () =>
      root ? countsOf(document, root, items, comments) : {},
    )
    if (!thread) return []
    const hasDescriptions = items.some(({ all }) => all.length > 1)
    const readAdded = function* (added: readonly Element[]): Generator<void, ReadComment[] | null> {
      const found = yield* finder.findAdded(added)
      if (!found?.every(({ list }) => lists.has(list))) return null
      // A term and its descriptions may come one after the other.
      const isTorn =
        hasDescriptions &&
        (found.some(({ all }) => all.length === 1) ||
          added.some(
            (element) =>
              /^D[DT]$/.test(nameOf(element)) && !finder.elements.has(element) && !isOurOwn(element),
          ))
      if (isTorn) return null
      return yield* readItems(found)
    }
    return [{ ...thread, readAdded }]
  },
}
