import { attribute, closest, find, textOf } from '@/utils/dom/unclobbered'
import { onlyNumberIn } from '../common/digits'
import { oneLine } from '../common/page-head'
import { readShaped, type Shape } from '../common/shaped-thread'
import type { Hint, SiteAdapter } from '../common/site-adapter'
import { threadPages } from '../common/thread-pages'

/** "by", as SPIP writes it before a name, in the languages that its blogs speak. */
const by = /^[\s,–-]*(?:(?:par|by|por|von|di|da|door|per|przez|de|av|af|от|بقلم)\s+)?/u

/** The comments of SPIP 3 and later, and the forums below articles that came before them. */
const shape: Shape = {
  platform: 'spip',
  items: '.comment-li .comment-texte, .comment-item .comment-texte, .forum-chapo',
  // A message on its way is shown in its own form first.
  itemOf: (mark) => (closest(mark, 'form, .previsu') ? null : closest(mark, 'li')),
  header: '.comment-meta, .forum-top, .forum-chapo',
  body: '.comment-texte, .forum-texte, .forum-item',
  name: '.reviewer, .forum-top [class*="forum-qui-"], .forum-chapo .comment-author, .forum-chapo small span, .forum-chapo .par, .forum-chapo > strong:not(.forum-titre)',
  nameOf: (name) => {
    const marked = find(name, '.fn, [class*="forum-qui-"]')
    return oneLine(textOf(marked ?? name).replace(marked ? '' : by, '')) || null
  },
  time: 'time, .comment-meta .dtreviewed, .forum-top .forum-nav, .forum-chapo .date, .forum-chapo small, .forum-chapo',
  timeOf: (time) => {
    const title = find(time, '.forum-titre')
    const own = find(time, 'abbr.date, abbr[title]')
    if (own) return oneLine(textOf(own))
    const words = textOf(time).slice(title ? textOf(time).indexOf(textOf(title)) + textOf(title).length : 0)
    return oneLine(words).split(',')[0] as string
  },
  link: 'a.permalink, .forum-titre a',
  idOf: (_item, own) => {
    const anchor = own('[id^="forum"], [name^="forum"]') ?? own('[id^="comment"], [name^="comment"]')
    return anchor && (attribute(anchor, 'id') ?? attribute(anchor, 'name'))
  },
  except: 'forum-repondre-message',
  replies: 'ul',
  more: (scope, comments) => {
    const heading = scope.find('.comments-posts > h2, .comments-thread > h2, .forum-decompte')
    const counted = heading && onlyNumberIn(textOf(heading))
    // Some themes count the threads, some the comments.
    const threads = comments.filter(({ comment }) => comment.parentId === null).length
    const paging = {
      mark: /[?&]debut_[\w-]*(?:forum|comment)[\w-]*=(\d+)/,
      base: 0,
      counts: 'comments',
    } as const
    return {
      declaredCount: counted === threads ? null : counted,
      hasMore: scope.find('.comments-posts .pagination, .comments-thread .pagination') !== null,
      pages: threadPages(scope.document, paging, {
        navigation: scope.findAll('.pagination a, a.lien_pagination'),
        comments,
        total: counted,
      }),
    }
  },
}

export const hint: Hint = { selectors: ['.comment-texte', 'li .forum-chapo'] }

export const adapter: SiteAdapter = {
  id: shape.platform,
  name: 'SPIP',
  read: (document) => readShaped(document, shape),
}
