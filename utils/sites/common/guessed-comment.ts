import {
  firstElement,
  firstNode,
  isWithin,
  nextElement,
  nextNode,
  parentNode,
  textOf,
} from '@/utils/dom/unclobbered'
import { commonAncestor, createCommentReader } from './comment-reader'
import type { GuessedWords } from './guess-comments'
import { saysWhen } from './guess-times'
import { oneLine } from './page-head'
import type { ReadComment } from './site-adapter'

/** What was found of one comment of unknown markup. */
export type GuessedComment = {
  item: HTMLElement
  /** Where it is made of several elements side by side: all of them. */
  all: HTMLElement[] | null
  time: HTMLElement
  name: HTMLElement | null
  nameText: string | null
  words: GuessedWords
}

/** What stands before a time: a bar, a dash, "on", "Le". */
const ahead = /^[\s,|·•–—:-]*(?:(?:\p{L}+\s+)?(?:on|am|at|le|el|il|op|em|vom|den)\s+(?=\p{L}*\s?\d))?/iu
/** … and after it: "by", "par", where a name follows. */
const behind = /[\s,|·•–—:-]*(?:\s(?:by|par|von|por|di|da|de|door|przez|от))?[\s,|·•–—:-]*$/iu

/** The words that say when, where an element says more than that: whose comment it is, before them or behind. */
const whenIn = (time: Element, name: string | null): string => {
  const all = oneLine(textOf(time))
  let line = all
  for (let node = firstElement(time) && firstNode(time); node; node = nextNode(node)) {
    const words = node.nodeType === 3 ? oneLine(textOf(node)).trim() : ''
    if (!saysWhen(words)) continue
    line = words
    break
  }
  const at = name ? line.indexOf(name) : -1
  const parts = name && at >= 0 ? [line.slice(at + name.length), line.slice(0, at)] : [line]
  const found = parts.find(saysWhen) ?? line
  return found === all ? all : found.replace(ahead, '').replace(behind, '')
}

/** Reads guessed comments, each from what was found of it. */
export const createGuessedReader = (document: Document) => {
  const read = createCommentReader(document)
  return (
    { item, all, time, name, nameText, words: found }: GuessedComment,
    parentId: string | null,
  ): ReadComment => {
    const { body, text, words } = found
    const element = (body && all?.find((part) => isWithin(body, part))) ?? item
    const around = name && time ? commonAncestor(name, time) : (name ?? (parentNode(time) as HTMLElement))
    const isLine = around !== element && isWithin(around, element) && !(body && isWithin(body, around))
    const header = isLine ? around : element === item ? (name ?? time) : null
    const beside = nextElement(time)
    // "21:31, you are wrong" is what an answer begins with.
    const isSaid = beside && [body, ...(words ?? [])].some((own) => own && isWithin(own, beside))
    const clock =
      beside && !isSaid && /^\D{0,3}\d{1,2}[:.h]\d{2}/.test(textOf(beside).trim())
        ? oneLine(textOf(beside))
        : null
    return read(
      {
        element,
        header: header === element ? null : header,
        ...(clock ? { clockText: clock } : {}),
        timeText: whenIn(time, nameText),
        ...(all ? { all } : {}),
        body,
        name,
        nameText,
        time,
        text,
        ...(words ? { words } : {}),
      },
      parentId,
    )
  }
}
