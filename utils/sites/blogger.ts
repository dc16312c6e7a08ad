import { attribute, closest, findAll, isWithin, parentNode } from '@/utils/dom/unclobbered'
import { createBloggerReader } from './common/blogger-comment'
import { dynamicCount, findDynamicItems, inDynamicView, readDynamicPost } from './common/blogger-dynamic'
import { bloggerCount, readBloggerPost } from './common/blogger-post'
import { itemsAmong } from './common/items-among'
import { createPageScope } from './common/page-scope'
import type { Hint, ReadComment, ReadThread, SiteAdapter } from './common/site-adapter'

/**
 * The comments in Blogger's holder; gadgets and comment forms are outside of it. Selectors of their own rather than
 * one list, because browsers go straight to an id only where it begins the whole selector.
 */
const inHolder = '#comment-holder li.comment'
const inList = '#top-ra > li.comment'

export const hint: Hint = { selectors: [inHolder, inList, inDynamicView], isNamed: true }

const findItems = (document: Document): ArrayLike<HTMLElement> => {
  for (const selector of [inHolder, '#top-ra li.comment']) {
    const found = findAll<HTMLElement>(document, selector)
    if (found.length > 0) return found
  }
  return findDynamicItems(document)
}

/** The list that holds the top-level comments, as children or inside one wrapper. */
const rootOf = (item: Element): HTMLElement => {
  const parent = parentNode(item) as HTMLElement
  if (parent.nodeName === 'OL') return parent
  const above = parentNode(parent)
  return above && above.nodeName === 'OL' ? (above as HTMLElement) : parent
}

const hasMore = (document: Document, root: Element): boolean => {
  const thread = closest(root, '.comment-thread')
  const control =
    thread && createPageScope(document, root, thread).find('.loadmore:not(.hidden):not(.loaded)')
  return !!control && !/display\s*:\s*none/.test(attribute(control, 'style') ?? '')
}

/** Where a list of comments belongs: under a comment, at top level (null), or nowhere (undefined). */
type Owner = ReadComment | null | undefined

/** Looks up each list once: the comments in it share their owner. */
const createOwners = (root: HTMLElement, comments: ReadonlyMap<Node, ReadComment>) => {
  const byList = new Map<Node, Owner>()
  const lookUp = (list: Element): Owner => {
    const around = closest(list, 'li.comment')
    if (!around) return isWithin(list, root) ? null : undefined
    const owner = comments.get(around)
    if (!owner) return undefined
    const { header, body } = owner.parts
    // Markup that a commenter wrote is part of a body, whatever it looks like.
    if ((body && isWithin(list, body)) || (header && isWithin(list, header))) return undefined
    const replies = closest(list, '.comment-replies')
    if (replies && isWithin(replies, around)) owner.parts.replies ??= replies as HTMLElement
    return owner
  }
  return (item: HTMLElement): Owner => {
    const list = parentNode(item) as Element
    const known = byList.get(list)
    if (known !== undefined || byList.has(list)) return known
    const owner = lookUp(list)
    byList.set(list, owner)
    return owner
  }
}

export const adapter: SiteAdapter = {
  id: 'blogger',
  name: 'Blogger',
  *read(document): Generator<void, ReadThread[]> {
    const found = findItems(document)
    const first = found[0]
    if (!first) return []
    // Finding ten thousand comments is a slice of its own, and so is what follows their reading.
    yield
    const root = rootOf(first)
    const read = createBloggerReader(document)
    const byItem = new Map<Node, ReadComment>()
    const ownerOf = createOwners(root, byItem)
    const readItems = function* (items: ArrayLike<HTMLElement>): Generator<void, ReadComment[]> {
      const comments: ReadComment[] = []
      for (let index = 0; index < items.length; index += 1) {
        const item = items[index] as HTMLElement
        const owner = byItem.has(item) ? undefined : ownerOf(item)
        if (owner !== undefined) {
          const comment = read(item, owner?.comment.id ?? null)
          byItem.set(item, comment)
          comments.push(comment)
        }
        if (index % 8 === 7) yield
      }
      return comments
    }
    const comments = yield* readItems(found)
    if (!comments.some(({ parts }) => parts.header ?? parts.body)) return []
    yield
    const page = createPageScope(document, root)
    const thread: ReadThread = {
      platform: 'blogger',
      post: readDynamicPost(page, root) ?? readBloggerPost(page),
      root,
      declaredCount: dynamicCount(document, root, comments.length) ?? bloggerCount(document, root),
      comments,
      readAdded: (added) => readItems(itemsAmong(added, 'li.comment')),
    }
    return [hasMore(document, root) ? { ...thread, hasMore: true } : thread]
  },
}
