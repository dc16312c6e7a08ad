import { plainText } from '@/utils/dom/plain-text'
import { classOf, parentNode, textOf } from '@/utils/dom/unclobbered'
import { saysWhen } from './guess-times'
import { oneLine } from './page-head'
import { withoutSays } from './wordpress-says'

/** What stands beside a name, or in it, and is no part of it: "Admin", "Reply". */
const besideName = /badge|flag|label|role|delete|remove|reply|report|action|btn|button|avatar|vote|anchor/i

/** The words of a line in which names stand, without what stands beside them. */
export const nameLine = (element: Element): string =>
  oneLine(plainText(element, (inner) => inner !== element && besideName.test(classOf(inner))))

/** "Comment from: Ann", "posted by Ann". */
export const byWhom =
  /^(?:(?:posted|written|submitted|comment(?:ed|aire)?|left)\s+(?:by|from|par|von|por)|by)[\s:]+(?=\S)/iu

const leading =
  /^(?:(?:posted|written|submitted|comment(?:ed)?|publié|verfasst)\s+)?(?:by|par|von|por|di|door|przez|от)[\s:]+/i
const trailing = /(?:[\s,|·•–—@:/(-]|\s(?:on|at|le|am|um|vom|el|il|op|dia|the|says))+$/iu

/** What is left of a line that shows the time and the name. */
const nameInLine = (line: string, when: string): string | null => {
  const at = line.indexOf(when)
  const before = line.slice(0, Math.max(at, 0)).replace(trailing, '')
  const after = at < 0 ? '' : line.slice(at + when.length).replace(/^[\s,|·•–—@:/-]+/, '')
  const rest = before === '' ? after.replace(trailing, '') : before
  const name = withoutSays(rest.replace(leading, ''))
  return name !== '' && name.length <= 60 && name.split(' ').length < 7 && !saysWhen(name) ? name : null
}

/** "Posted by Bob on 3 May": all in one element, the name without one of its own. */
const inByline =
  /(?:^|\s)(?:by|par|von|por|di|door|przez|от)[\s:]+(\S.{0,59}?)\s*(?:,|\s(?:on|at|le|am|um|el|il|op|the)\s|[|·•–—@(]|(?<=\s)\d|$)/iu
const inOneLine =
  /^(?:[—–-]\s*)?(\p{L}[^,|·•–—@(:]{0,59}?)\s*(?:,|:|[|·•–—@(]|\s(?:on|at|le|am|um|el|il|op|wrote|says|said)\s)/iu

/** "Posted by Bob" in the words that show the time: what has a place of its own is then a title. */
export const nameInByline = (time: Element): string | null => {
  const line = oneLine(textOf(time))
  const name = line.length < 120 ? inByline.exec(line)?.[1] : null
  return name && /\p{L}/u.test(name) && !saysWhen(name) ? name : null
}

/** "Bob – 3 May", and "Posted by Bob on 3 May", in one element: the name. */
const nameBeforeTime = (time: Element): string | null => {
  const line = oneLine(textOf(time))
  const name = (inByline.exec(line) ?? inOneLine.exec(line))?.[1]?.replace(trailing, '')
  return name && !saysWhen(name) ? name : null
}

/** The name in the line that shows the time, where it has no place of its own. */
export const nameBeside = (time: Element, item: Element): string | null => {
  const when = oneLine(textOf(time))
  for (
    let at: Element | null = time;
    at && (at !== item || at === time);
    at = parentNode(at) as Element | null
  ) {
    const line = nameLine(at)
    if (line.length > 160) return null
    const name = line === when ? nameBeforeTime(at) : nameInLine(line, when)
    if (name && !saysWhen(name)) return name
  }
  return null
}
