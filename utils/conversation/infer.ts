import type { Comment } from '@/utils/thread/comment'
import type { ConversationContext, Inference, Link } from '@/utils/thread/conversation'
import { chooseParent } from './choose-parent'
import { createClockIndex } from './clock-targets'
import { createClockFinder } from './clocks'
import { commenterOf } from './commenters'
import { createEntries, type Entry, isBefore } from './entries'
import { likelyParents } from './likely'
import { createChoices } from './likely-choices'
import { findNames } from './name-marks'
import { createPeople } from './people'
import { createQuoteFinder } from './quotes'
import { readSigns } from './read-signs'
import { createLinkFinder } from './shared-links'
import { createSignings } from './signings'
import { isContinued } from './split-comments'
import { createWeekdays } from './weekdays'
import { createScanner } from './words'

const platformLink = ({ parentId }: Comment): Link | null =>
  parentId === null ? null : { parentId, kind: 'site', confidence: 1, evidence: [] }

const nothing: readonly never[] = []
const often = 31

/**
 * Reads the conversation out of a thread's comments, as they come in. What a comment points at is judged by the
 * comments that were there before it, so that what comes later changes nothing, save a claimed name that becomes
 * certain, and comments that are given late though they were there before.
 */
export const createInference = (context: ConversationContext): Inference => {
  const conversation: Inference['conversation'] = {
    links: [],
    alsoAnswers: [],
    references: [],
    commenters: [],
    partOf: [],
  }
  const { entries, byId, add } = createEntries()
  const weekdays = createWeekdays(context.languages)
  const findClocks = createClockFinder(weekdays.names)
  const clockIndex = createClockIndex(weekdays.dayOf)
  const people = createPeople()
  const scan = createScanner()
  const quotes = createQuoteFinder(
    context.postText,
    (index) => entries[index]!,
    (index) => conversation.references[index]!.filter(({ kind }) => kind === 'quote'),
  )
  const links = createLinkFinder()
  let changed = new Set<number>()
  const signings = createSignings((entry, commenter) => {
    if (conversation.commenters[entry.index] === commenter) return
    conversation.commenters[entry.index] = commenter
    changed.add(entry.index)
  })
  const comments: Comment[] = []
  const choices = createChoices()
  let isTwelveHour = false
  let nests = false
  let nestsFreely = false
  // Characters of all parts of the comment read last.
  let lengthSoFar = 0

  const register = (comment: Comment): Entry => {
    const commenter = commenterOf(comment)
    const entry = add(comment, commenter?.key ?? null)
    const { index } = entry
    comments.push(comment)
    conversation.links.push(platformLink(comment))
    conversation.alsoAnswers.push(nothing)
    conversation.references.push(nothing)
    conversation.commenters.push(commenter)
    conversation.partOf.push(null)
    if (commenter) people.add(commenter.key, commenter.name, entry, false)
    else {
      const name = signings.add(entry)
      if (name !== null) people.add(entry.signed!, name, entry, true)
    }
    clockIndex.add(entry)
    if (comment.text.includes('://')) links.add(entry)
    isTwelveHour ||= entry.minute >= 0 && /\d\s?[ap]\.?m\b/i.test(comment.time.text)
    nests ||= entry.parent >= 0
    nestsFreely ||= entry.depth > 1
    const last = entries[index - 1]
    if (last && isBefore(last, entry) && isContinued(last, entry, lengthSoFar)) {
      conversation.partOf[index] = conversation.partOf[index - 1] ?? last.comment.id
      lengthSoFar += comment.text.length
    } else lengthSoFar = comment.text.length
    return entry
  }

  /** A part stands where the first part does. */
  const linkOfPart = (entry: Entry, firstId: string): Link | null => {
    let first = entry.index - 1
    while (first > 0 && entries[first]!.comment.id !== firstId) first -= 1
    const own = platformLink(entry.comment)
    const link = conversation.links[first]!
    if (link === null || link.parentId === own?.parentId) return link && own
    const evidence = [{ kind: 'part', words: '', start: 0, end: 0 }]
    return link.kind === 'site'
      ? { ...link, kind: 'explicit', confidence: 0.9, evidence }
      : { ...link, evidence }
  }

  const answered = (index: number): string | null => {
    const link = conversation.links[index]
    return link?.kind === 'explicit' ? link.parentId : null
  }

  const isPossible = (minute: number): boolean => context.hasMore || clockIndex.isNear(minute)

  const resolve = (entry: Entry): void => {
    const { index, comment } = entry
    const firstId = conversation.partOf[index] ?? null
    const { text } = comment
    const words = scan(text)
    const signs = readSigns(
      entry,
      {
        clocks: /\d\d/.test(text) ? findClocks(text, isTwelveHour, isPossible) : nothing,
        resolveClock: (mark) => clockIndex.resolve(mark, entry, isTwelveHour),
        names: findNames(text, words, people),
        quotes: quotes.find(entry, words, text.includes('\n') && firstId === null),
        links: text.includes('://') ? links.find(entry) : nothing,
      },
      people,
      { entries, nestsFreely, nests, answered },
      context,
      signings.confirm,
    )
    const platform = platformLink(comment)
    conversation.references[index] = signs.length > 0 ? signs.map(({ reference }) => reference) : nothing
    const isRefused = (parentId: string): boolean => context.refused.has(`${comment.id} ${parentId}`)
    const { link, also } =
      firstId === null
        ? chooseParent(entry, signs, platform, isRefused)
        : { link: linkOfPart(entry, firstId), also: nothing }
    conversation.links[index] = link
    conversation.alsoAnswers[index] = also
  }

  /** What is only likely gives way to what is known and to what the reader said, and leads back in time. */
  const suggest = (entry: Entry, link: Link): void => {
    const { index, comment } = entry
    const target = byId.get(link.parentId)
    const isFree = conversation.links[index]?.kind !== 'explicit' && conversation.partOf[index] === null
    if (isFree && target && isBefore(target, entry) && !context.refused.has(`${comment.id} ${link.parentId}`))
      conversation.links[index] = link
  }

  return {
    conversation,
    *read(added) {
      changed = new Set()
      const from = entries.length
      let latest = Number.NEGATIVE_INFINITY
      for (const { at } of entries) latest = Math.max(latest, at)
      let words = 0
      let earliest = Number.POSITIVE_INFINITY
      for (const [k, comment] of added.entries()) {
        const { at } = register(comment)
        earliest = Math.min(earliest, at)
        words += comment.text.length / 5
        if ((k & often) === often) yield
      }
      quotes.reserve(words)
      yield
      for (let index = from; index < entries.length; index++) {
        const entry = entries[index]!
        quotes.add(entry, scan(entry.comment.text))
        if ((index & often) === often) yield
      }
      for (let index = from; index < entries.length; index++) {
        resolve(entries[index]!)
        if ((index & often) === often) yield
      }
      // Comments that were there before may be what earlier ones point at.
      if (earliest < latest)
        for (let index = 0; index < from; index++) {
          const entry = entries[index]!
          if (entry.at < earliest) continue
          const link = conversation.links[index]
          const count = conversation.references[index]!.length
          resolve(entry)
          if (
            link?.parentId !== conversation.links[index]?.parentId ||
            count !== conversation.references[index]!.length
          )
            changed.add(index)
          if ((index & often) === often) yield
        }
      const likely = yield* likelyParents({ ...conversation, comments }, from, choices)
      for (const [k, link] of likely.entries()) if (link) suggest(entries[from + k]!, link)
      for (let index = from; index < entries.length; index++) {
        const firstId = conversation.partOf[index]
        if (firstId) conversation.links[index] = linkOfPart(entries[index]!, firstId)
      }
      for (const index of changed) if (index >= from) changed.delete(index)
      return changed
    },
  }
}
