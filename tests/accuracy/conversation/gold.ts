import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createInference } from '@/utils/conversation/infer'
import { folded } from '@/utils/conversation/words'
import type { Comment } from '@/utils/thread/comment'
import type { Conversation } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'

/*
 * Invented threads, in text files, with what is to be found marked up where it stands:
 *
 *   lang: en                     the page's language
 *   clock: 24                    how times are displayed: 24, 24h ("21 h 31"), 12
 *   post: …                      the post's text
 *   c4<c1 1/21:31 Name | text    a comment under c1, posted on day 1; "-" is anonymous, "Name@" has an account,
 *                                "Name!" is the post's author; \n is a line break
 *   [[words→c2]]                 a reference: words that point at c2 (→post: at the post, →else: at another page)
 *   {{words}}                    a decoy: looks like a reference and is none; at the end, like a sign-off
 *   ((words))                    a sign-off
 */

type Mark = { start: number; end: number; words: string; target: string }
export type GoldComment = {
  comment: Comment
  references: Mark[]
  decoys: Mark[]
  signOff: string | null
}
export type GoldThread = {
  name: string
  postText: string
  languages: string[]
  hasMore: boolean
  comments: GoldComment[]
}

const shownDay = (day: number): string => `${day} March 2021`
const two = (n: number): string => String(n).padStart(2, '0')

const shownTime = (style: string, day: number, hour: number, minute: number): string => {
  if (style === '24h') return `${day} mars 2021 à ${two(hour)} h ${two(minute)}`
  if (style === '12')
    return `March ${day}, 2021 at ${hour % 12 || 12}:${two(minute)} ${hour < 12 ? 'AM' : 'PM'}`
  return `${shownDay(day)} at ${two(hour)}:${two(minute)}`
}

const marksIn = (marked: string) => {
  const references: Mark[] = []
  const decoys: Mark[] = []
  let signOff: string | null = null
  let text = ''
  let from = 0
  for (const found of marked.matchAll(
    /\[\[(.+?)→(\w+)\]\]|\{\{(.+?)\}\}|(?<=\\n[^\n]{0,12})\(\((.+?)\)\)(?=\.?$)/g,
  )) {
    text += marked.slice(from, found.index).replaceAll('\\n', '\n')
    const [whole, words, target, decoy, name] = found
    const plain = (words ?? decoy ?? name!).replaceAll('\\n', '\n')
    const mark = { start: text.length, end: text.length + plain.length, words: plain, target: target ?? '' }
    if (words) references.push(mark)
    else if (decoy) decoys.push(mark)
    else signOff = name!
    text += plain
    from = found.index + whole.length
  }
  text += marked.slice(from).replaceAll('\\n', '\n')
  return { text: text.replaceAll('((', '').replaceAll('))', ''), references, decoys, signOff }
}

const line = /^(\w+)(?:<(\w+))? (\d+)\/(\d+):(\d+)(?: ([AP])M)? (.+?) \| (.*)$/

const parseThread = (name: string, source: string): GoldThread => {
  const header = new Map(
    source.split('\n').flatMap((row) => {
      const found = /^(lang|clock|post|more): (.*)$/.exec(row)
      return found ? [[found[1]!, found[2]!] as const] : []
    }),
  )
  const comments = source.split('\n').flatMap((row): GoldComment[] => {
    const found = line.exec(row)
    if (!found) return []
    const [, id, parent, day, written, minute, half, who, marked] = found
    const hour = half ? (Number(written) % 12) + (half === 'P' ? 12 : 0) : Number(written)
    const local = `2021-03-${two(Number(day))}T${two(hour)}:${two(Number(minute))}`
    const isAnonymous = who === '-'
    const shown = isAnonymous ? 'Anonymous' : who!.replace(/[@!]$/, '')
    const { text, ...rest } = marksIn(marked!)
    const profileUrl = /[@!]$/.test(who!)
      ? `https://www.blogger.com/profile/${shown.replaceAll(' ', '-')}`
      : null
    return [
      {
        ...rest,
        comment: {
          id: id!,
          parentId: parent ?? null,
          author: { name: shown, profileUrl, isPostAuthor: who!.endsWith('!'), isAnonymous },
          time: {
            text: shownTime(header.get('clock') ?? '24', Number(day), hour, Number(minute)),
            instant: `${local}:00.000Z`,
            local,
          },
          permalink: null,
          text,
          status: 'present',
        },
      },
    ]
  })
  return {
    name,
    postText: header.get('post') ?? '',
    languages: [header.get('lang') ?? 'en'],
    hasMore: header.get('more') === 'yes',
    comments,
  }
}

/** Reads all threads of a folder beside this file. */
export const goldThreads = (folder: string): GoldThread[] => {
  const place = path.join(import.meta.dirname, folder)
  return readdirSync(place)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .map((file) => parseThread(file.replace('.txt', ''), readFileSync(path.join(place, file), 'utf8')))
}

const inferred = (thread: GoldThread): Conversation => {
  const inference = createInference({
    postText: thread.postText,
    languages: thread.languages,
    hasMore: thread.hasMore,
    refused: new Set(),
  })
  atOnce(inference.read(thread.comments.map(({ comment }) => comment)))
  return inference.conversation
}

export type Score = {
  references: number
  decoys: number
  found: number
  claimed: number
  wrong: string[]
  missed: string[]
  signOffs: number
  signOffsFound: number
  missedSignOffs: string[]
  wrongSignOffs: string[]
  wrongLinks: string[]
}

/** The key of whoever claims a name: without case and accents. */
const keyOf = (signOff: string): string => `signed:${folded(signOff)}`

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean =>
  a.start < b.end && b.start < a.end

/** Compares what was inferred with what is marked up. A claim at any place that is not marked up is wrong. */
export const score = (thread: GoldThread): Score => {
  const { references, commenters, links } = inferred(thread)
  const result: Score = {
    references: 0,
    decoys: 0,
    found: 0,
    claimed: 0,
    wrong: [],
    missed: [],
    signOffs: 0,
    signOffsFound: 0,
    missedSignOffs: [],
    wrongSignOffs: [],
    wrongLinks: [],
  }
  for (const [k, gold] of thread.comments.entries()) {
    const where = `${thread.name} ${gold.comment.id}`
    result.references += gold.references.length
    result.decoys += gold.decoys.length
    for (const claim of references[k]!) {
      result.claimed += 1
      const place = claim.inPost ? 'post' : claim.isElsewhere ? 'else' : claim.targets[0]
      const right = gold.references.some((mark) => overlap(mark, claim) && mark.target === place)
      if (!right) result.wrong.push(`${where}: "${claim.words}" → ${place}`)
    }
    for (const mark of gold.references) {
      const isFound = references[k]!.some(
        (claim) =>
          overlap(mark, claim) &&
          (claim.inPost ? 'post' : claim.isElsewhere ? 'else' : claim.targets[0]) === mark.target,
      )
      if (isFound) result.found += 1
      else result.missed.push(`${where}: "${mark.words}" → ${mark.target}`)
    }
    const link = links[k]
    if (
      link?.kind === 'explicit' &&
      !gold.references.some(({ target }) => target === link.parentId) &&
      link.evidence[0]?.kind !== 'part'
    )
      result.wrongLinks.push(`${where} → ${link.parentId}`)
    if (gold.signOff !== null) result.signOffs += 1
    const { account, key, name } = {
      account: gold.comment.author.isAnonymous,
      key: commenters[k]?.key ?? null,
      name: commenters[k]?.name ?? null,
    }
    if (!account) continue
    if (gold.signOff !== null && key === keyOf(gold.signOff)) result.signOffsFound += 1
    else if (gold.signOff !== null && key === null) result.missedSignOffs.push(`${where}: ${gold.signOff}`)
    else if (key !== null && !isSignedLater(thread, gold, key)) result.wrongSignOffs.push(`${where}: ${name}`)
  }
  return result
}

/** An unmarked sign-off that the same thread marks elsewhere is right. */
const isSignedLater = (thread: GoldThread, gold: GoldComment, key: string): boolean =>
  gold.decoys.every(({ end }) => end < gold.comment.text.length - 2) &&
  thread.comments.some(({ signOff }) => signOff !== null && keyOf(signOff) === key)
