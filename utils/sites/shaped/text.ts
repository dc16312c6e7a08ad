import { addressOf, contentTypeOf, find, firstNode, nameOf, nextNode, textOf } from '@/utils/dom/unclobbered'
import type { Post } from '@/utils/thread/comment'
import { readDate } from '../common/clock'
import { canonicalUrl, pageTitle } from '../common/page-head'
import { createPageScope, type PageScope } from '../common/page-scope'
import type { Hint, ReadComment, ReadThread, SiteAdapter } from '../common/site-adapter'
import { createTextElements } from '../common/text-elements'
import { hasMarker } from '../common/text-markers'
import { readTextThread, type TextThread } from '../common/text-shapes'
import { createUniqueIds, stableHash } from '../common/unique-ids'

/** The element that holds the document's text, where the document is in effect nothing but text. */
const lonePre = (document: Document): HTMLElement | null => {
  const body = find(document, 'body')
  let pre: HTMLElement | null = null
  for (let node = body && firstNode(body); node; node = nextNode(node)) {
    const name = nameOf(node)
    if (!pre && name === 'PRE') {
      pre = node as HTMLElement
      if (contentTypeOf(document) === 'text/plain') return pre
    } else if (!/^(?:SCRIPT|STYLE|LINK|#comment)$/.test(name)) {
      // Other extensions leave empty elements behind; in most pages the first words end the search.
      if (name === '#text' ? textOf(node).trim() !== '' : firstNode(node)) return null
    }
  }
  return pre
}

export const hint: Hint = {
  selectors: ['body > pre'],
  confirm: (document) => {
    const pre = lonePre(document)
    return pre !== null && hasMarker(textOf(pre))
  },
}

const fileNameOf = (url: string): string => {
  const last = new URL(url).pathname.split('/').filter(Boolean).at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

/** A line that is long is the post's beginning, not its title. */
const longestTitle = 120

const postOf = (scope: PageScope, { post }: TextThread): Post => {
  const url = canonicalUrl(scope)
  const [first = '', second = ''] = post
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const date = readDate(first, ['en-GB'])
  const line = date === null ? first : second
  return {
    title: (line.length <= longestTitle && line) || pageTitle(scope) || fileNameOf(url),
    url,
    siteName: new URL(url).hostname,
    author: null,
    publishedAt: date && `${date}T00:00`,
    licence: null,
  }
}

export const adapter: SiteAdapter = {
  id: 'text',
  name: 'Text',
  *read(document): Generator<void, ReadThread[]> {
    const pre = lonePre(document)
    const thread = pre && readTextThread(textOf(pre))
    if (!thread) return []
    const { mount, root, add } = createTextElements(document, thread)
    const uniqueId = createUniqueIds()
    const address = addressOf(document).replace(/#.*$/s, '')
    const comments: ReadComment[] = []
    let top: string | null = null
    for (const [index, entry] of thread.comments.entries()) {
      const id = uniqueId(`t${stableHash(entry.text)}`)
      comments.push({
        comment: {
          id,
          parentId: entry.depth === 0 ? null : top,
          author: { name: null, profileUrl: null, isPostAuthor: false, isAnonymous: true },
          time: { text: '', instant: null, local: null },
          permalink: /^https?:/.test(address) ? `${address}#${id}` : null,
          text: entry.text,
          status: 'present',
        },
        parts: add(entry, id),
      })
      if (entry.depth === 0) top = id
      if (index % 8 === 7) yield
    }
    return [
      {
        platform: 'text',
        post: postOf(createPageScope(document, pre), thread),
        root,
        declaredCount: thread.declaredCount,
        comments,
        mount: { replaces: pre, with: mount },
      },
    ]
  },
}
