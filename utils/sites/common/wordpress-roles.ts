import { attribute, classOf, nameOf } from '@/utils/dom/unclobbered'

/**
 * What an element of a comment is for, by the class names of WordPress's own walkers and of the themes that came
 * with their own: `aside` stands beside the words (avatars, buttons of plug-ins), `meta` names author and time.
 */
export type Role =
  | 'name'
  | 'author'
  | 'says'
  | 'time'
  | 'meta'
  | 'body'
  | 'aside'
  | 'moderation'
  | 'replies'
  | ''

const token = (words: string): RegExp => new RegExp(`(?:^|\\s)(?:${words})(?=\\s|$)`, 'i')

const byClass: [Role, RegExp][] = [
  ['moderation', token('(?:comment-)?awaiting-moderation|unapproved-note|moderation')],
  ['replies', token('children|comment-children|replies')],
  [
    'aside',
    token(
      '(?:comment-|comment_)?(?:respond|reply|replies|actions?|footer|edit|likes?|share|shares|number|num|count|counter|tools|links?|buttons?|rating|vote|votes|flag|report|controls|respond|badge|label)|reply-?to|(?:comment-)?reply-?link|(?:comment-)?edit-?link|comment-like-link|comment-(?:rating|vote|karma|report)\\S*|post-?author(?:-\\S*)?|comment-author-badge|commentnum\\S*|commentcount|sharedaddy|sd-\\S*|jp-\\S*|wpdiscuz-\\S*|wpulike\\S*|cld-\\S*|ck-\\S*|comment-(?:like|share)\\S*|wp-block-comment-(?:reply|edit)-link|(?:comment-|author-)?avatars?|\\S*-avatar|gravatar|screen-reader-text',
    ),
  ],
  ['says', token('says')],
  [
    'name',
    token(
      'fn|name|(?:comment|author|commenter|user)[-_]?(?:author-)?name|comment-?author-?(?:link|name)|comment_author|commenter|wp-block-comment-author-name|comment__author-name|username',
    ),
  ],
  [
    'author',
    token(
      '(?:comment|c|post)[-_]{0,2}author(?:[-_](?:info|meta))?|author|vcard|comment-by|comment-header-author',
    ),
  ],
  [
    'time',
    token(
      '(?:comment|c|post)?[-_]{0,2}(?:date|time|datetime|published|timestamp)|wp-block-comment-date|comment-date-time',
    ),
  ],
  [
    'meta',
    token(
      'comment[-_]{0,2}(?:meta\\S*|info|head|header|heading|top|details|title)|meta|commentmeta\\S*|meta-?data|comment-?metadata|entry-meta|commentinfo|post-?meta|comment-author-meta',
    ),
  ],
  [
    'body',
    token(
      'comment[-_]{0,2}(?:content|text|entry|copy|post|words|message|excerpt|txt|body-(?:text|content)|main-content|description)|commentbody-text|format_text|wp-block-comment-content|comment-content-\\S*|entry-content|entry',
    ),
  ],
]

/** "c-comment__content", "w-comments-item-date", "wpd-comment-text": designers put names of their own around WordPress's. */
const own = /(^|\s)(?:[a-z]{1,4}-)?comments?(?:-?(?:item|single))?(?:__|--|-|_)(?=[a-z])/gi

// Ten thousand comments share a few dozen classes.
const known = new Map<string, Role>()

const roleOfClass = (classes: string): Role => {
  const before = known.get(classes)
  if (before !== undefined) return before
  const named = classes.replace(own, '$1comment-')
  const found = byClass.find(([, pattern]) => pattern.test(classes) || pattern.test(named))?.[0] ?? ''
  if (known.size > 2000) known.clear()
  known.set(classes, found)
  return found
}

const byTag: Record<string, Role> = {
  TIME: 'time',
  FORM: 'aside',
  BUTTON: 'aside',
  SCRIPT: 'aside',
  NOSCRIPT: 'aside',
  STYLE: 'aside',
}

export const roleOf = (element: Element): Role => {
  const classes = classOf(element)
  const tag = byTag[nameOf(element)]
  if (tag) return tag
  if (classes !== '') return roleOfClass(classes)
  return attribute(element, 'id') === 'respond' ? 'aside' : ''
}
