import { findAll, textOf } from '@/utils/dom/unclobbered'
import { numbersIn } from './digits'
import type { ReadComment, ThreadPages } from './site-adapter'
import { threadPages } from './thread-pages'

const paging = { mark: /[?&]commentPage=(\d+)/, isOpen: true } as const

/** Blogger's pages hold 200 comments, and say which: "201 – 213 of 213", in any order and language. */
export const bloggerPages = (
  document: Document,
  section: Element,
  comments: readonly ReadComment[],
): ThreadPages | null => {
  for (const bar of findAll(section, '.paging-control-container')) {
    const [first = 0, last = 0, total = 0, ...rest] = numbersIn(textOf(bar)).sort((a, b) => a - b)
    const isRange = rest.length === 0 && last - first + 1 === comments.length && last <= total
    const pages = threadPages(document, paging, {
      navigation: findAll(bar, 'a'),
      ...(isRange ? { first, current: Math.ceil(first / 200) } : {}),
      comments,
      total: isRange ? total : null,
    })
    if (pages) return pages
  }
  return null
}
