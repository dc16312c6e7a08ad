import type { Comment } from '@/utils/thread/comment'
import type { Commenter, ConversationContext, Inference, Link } from '@/utils/thread/conversation'
import { platformLink } from '@/utils/thread/platform-link'
import { chooseParent } from './choose-parent'
import { createClockIndex } from './clock-targets'
import { createClockFinder } from './clocks'
import { commenterOf } from './commenters'
import { createEntries, type Entry, isBefore } from './entries'
import { explain } from './explain'
import { likelyParents } from './likely'
import { createChoices } from './likely-choices'
import { findNames } from './name-marks'
import { createPace } from './pace'
import { createPeople } from './people'
import { createQuoteFinder } from './quotes'
import { readSigns } from './read-signs'
import { createLinkFinder } from './shared-links'
import { createSignings } from './signings'
import { isContinued } from './split-comments'
import { createTimesTalkedOf } from './times-talked-of'
import { createWeekdays } from './weekdays'
import { createScanner, plain, type Words } from './words'

const nothing: readonly never[] = []

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
  const timesTalkedOf = createTimesTalkedOf(context.postText)
  const scan = createScanner()
  const people = createPeople(scan, context.postAuthor)
  const quotes = createQuoteFinder(scan(context.postText), entries, (index) =>
    conversation.references[index]!.filter(({ kind }) => kind === 'quote'),
  )
  const links = createLinkFinder()
  let changed = new Set<number>()
  const signings = createSignings((entry, commenter) => {
    if (conversation.commenters[entry.index] === commenter) return
    conversation.commenters[entry.index] = commenter
    changed.add(entry.index)
  })
  const comments: Comment[] = []
  const words: Words[] = []
  const times: number[] = []
  const choices = createChoices()
  // By comment: what was likely when it was read, for when its references are read again.
  const likely: (Link | null)[] = []
  let latest = Number.NEGATIVE_INFINITY
  let isTwelveHour = false
  let nests = false
  let nestsFreely = false
  // Characters of all parts of the comment read last.
  let lengthSoFar = 0

  const introduce = (entry: Entry, commenter: Commenter | null): void => {
    if (commenter) people.add(commenter.key, commenter.name, entry, false)
    else {
      const name = signings.add(entry)
      if (name !== null) people.add(entry.signed!, name, entry, true)
    }
  }
  const listen = (entry: Entry): void => {
    quotes.add(entry)
    const { text } = entry.comment
    if (text.includes('://')) links.add(entry)
    if (/\d\d/.test(text)) timesTalkedOf.add(entry)
  }

  /** A comment that the page has filled in since says something now; its place and its time stay. */
  const hearAgain = (entry: Entry): void => {
    const { index, comment, words: before } = entry
    const commenter = commenterOf(comment)
    const isNobody = commenter === null || commenter.key !== conversation.commenters[index]?.key
    entry.words = scan(comment.text)
    words[index] = entry.words
    listen(entry)
    if (before.count === 0 && isNobody) {
      conversation.commenters[index] = commenter
      entry.account = commenter?.key ?? null
      introduce(entry, commenter)
    }
    changed.add(index)
  }

  const register = (comment: Comment): Entry => {
    const commenter = commenterOf(comment)
    const entry = add(comment, commenter?.key ?? null, scan(comment.text))
    const { index } = entry
    comments.push(comment)
    words.push(entry.words)
    times.push(entry.own)
    conversation.links.push(platformLink(comment))
    conversation.alsoAnswers.push(nothing)
    conversation.references.push(nothing)
    conversation.partOf.push(null)
    conversation.commenters.push(commenter)
    // Another blog's software has written it: it speaks to nobody here, and nobody to it.
    if (!comment.isPing) {
      introduce(entry, commenter)
      clockIndex.add(entry)
      listen(entry)
    }
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
    const own = platformLink(entry.comment)
    const link = conversation.links[byId.get(firstId)!.index]!
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

  /** What is seen on the page of what a comment answers and points at, to be compared. */
  const whatIsSaid = (index: number): string =>
    JSON.stringify([
      [conversation.links[index]!, ...conversation.alsoAnswers[index]!].map((link) => link?.parentId),
      conversation.references[index]!.map(({ start, end, targets }) => [start, end, targets]),
    ])

  const isPossible = (minute: number): boolean => context.hasMore || clockIndex.isNear(minute)
  const isTaken = (minute: number): boolean => context.hasMore || clockIndex.isTaken(minute)

  const resolve = (entry: Entry): void => {
    const { index, comment } = entry
    if (comment.isPing) return
    const firstId = conversation.partOf[index] ?? null
    const { text } = comment
    let low = ''
    const plainText = (): string => {
      low ||= plain(text)
      return low
    }
    const signs = readSigns(
      entry,
      {
        clocks: /\d\d/.test(text)
          ? findClocks(text, plainText(), isTwelveHour, {
              isPossible,
              isTaken,
              isTalkedOf: (minutes) => timesTalkedOf.has(minutes, entry),
            })
          : nothing,
        resolveClock: (mark) => clockIndex.resolve(mark, entry, isTwelveHour),
        names: findNames(text, plainText, entry.words, people),
        quotes: quotes.find(entry, text.includes('\n') && firstId === null),
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
  const suggest = (entry: Entry): void => {
    const { index, comment } = entry
    const link = likely[index]
    if (!link || comment.isPing || comment.answersId !== undefined) return
    const target = byId.get(link.parentId)
    const isFree = conversation.links[index]?.kind !== 'explicit' && conversation.partOf[index] === null
    if (isFree && target && isBefore(target, entry) && !context.refused.has(`${comment.id} ${link.parentId}`))
      conversation.links[index] = link
  }

  return {
    conversation,
    explain,
    *read(added) {
      changed = new Set()
      const from = entries.length
      const isTime = createPace()
      const latestBefore = latest
      let earliest = Number.POSITIVE_INFINITY
      let isAgain = false
      quotes.reserve(added.reduce((sum, { text }) => sum + text.length / 5, 0))
      yield
      for (const comment of added) {
        const known = byId.get(comment.id)
        if (known) hearAgain(known)
        isAgain ||= known !== undefined
        const { at } = known ?? register(comment)
        earliest = Math.min(earliest, at)
        latest = Math.max(latest, at)
        if (isTime(comment.text)) yield
      }
      for (let index = from; index < entries.length; index++) {
        resolve(entries[index]!)
        if (isTime(comments[index]!.text)) yield
      }
      // Comments that were there before may be what earlier ones point at.
      if (isAgain || earliest < latestBefore)
        for (let index = 0; index < from; index++) {
          const entry = entries[index]!
          if (entry.at < earliest) continue
          const before = whatIsSaid(index)
          resolve(entry)
          suggest(entry)
          if (whatIsSaid(index) !== before) changed.add(index)
          if (isTime(entry.comment.text)) yield
        }
      const { refused } = context
      const known = { ...conversation, comments, words, times, refused }
      for (const link of yield* likelyParents(known, from, choices)) likely.push(link)
      for (let index = from; index < entries.length; index++) {
        suggest(entries[index]!)
        const firstId = conversation.partOf[index]
        if (firstId) conversation.links[index] = linkOfPart(entries[index]!, firstId)
        if (isTime('')) yield
      }
      for (const index of changed) if (index >= from) changed.delete(index)
      return changed
    },
  }
}
