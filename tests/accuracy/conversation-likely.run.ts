import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commenterOf } from '@/utils/conversation/commenters'
import { likelyParents } from '@/utils/conversation/likely'
import { shipped, signNames } from '@/utils/conversation/likely-model'
import { atOnce } from '@/utils/thread/in-slices'
import { launchReading, type ReadingBrowser } from './browser'
import { figuresOf, type Reply, repliesOf, table, tableOfKinds } from './likely/figures'
import { fitModel, knownFrom, knownWithReferences } from './likely/fit'
import { type FlatThread, flatten, type NestedThread, withoutNames } from './likely/flatten'
import { hasTruth, truePages } from './truth'

/** A dialogue of two that never digresses is too easy to speak for the others. */
const isDialogue = ({ comments }: FlatThread): boolean =>
  new Set(comments.map((comment) => commenterOf(comment)?.key)).size === 2

type CrossValidated = {
  thread: FlatThread
  named: Reply[]
  unnamed: Reply[]
  besideReferences: Reply[]
  thresholds: string
}

/** Each thread read by a model, weights and thresholds, that has never seen it. */
const crossValidate = (threads: readonly FlatThread[]): CrossValidated[] =>
  threads.map((thread) => {
    const model = fitModel(threads.filter((other) => other !== thread))
    return {
      thread,
      named: repliesOf(thread, model),
      unnamed: repliesOf(withoutNames(thread), model),
      besideReferences: repliesOf(thread, model, knownWithReferences(thread)),
      thresholds: `${thread.name} ${model.threshold}/${model.thresholdOfUnknown}`,
    }
  })

const tables = (results: readonly CrossValidated[], replies: (result: CrossValidated) => Reply[]): string => {
  const platforms = Map.groupBy(results, ({ thread }) => thread.kind)
  return table([
    ...results.map((result) => [result.thread.name, replies(result)] as const),
    ...[...platforms]
      .filter(([, some]) => some.length > 1)
      .map(([kind, some]) => [`all ${kind}`, some.flatMap(replies)] as const),
    ['all', results.flatMap(replies)],
    ['all but dialogues', results.filter(({ thread }) => !isDialogue(thread)).flatMap(replies)],
  ])
}

const short = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 70)

/** The claims on a page whose platform itself shows two levels, for a person to judge. */
const claimsOn = ({ name, comments }: NestedThread): string[] => {
  const links = atOnce(likelyParents(knownFrom({ comments }), 0))
  return links.flatMap((link, k) => {
    const target = comments.find(({ id }) => id === link?.parentId)
    if (!link || !target) return []
    const why = link.evidence.map(({ kind, words }) => (words ? `${kind} "${words}"` : kind)).join(', ')
    const { author, text } = comments[k]!
    return [
      `${name} ${link.confidence.toFixed(2)} ${author.name}: ${short(text)}\n    → ${target.author.name}: ${short(target.text)}\n    ${why}`,
    ]
  })
}

const precisionOf = (replies: readonly Reply[]): number => {
  const { right, claims } = figuresOf(replies)
  return claims === 0 ? 1 : right / claims
}

describe('likely links', () => {
  let browser: ReadingBrowser
  beforeAll(async () => {
    browser = await launchReading()
  })
  afterAll(() => browser?.close())

  const readPages = async (): Promise<NestedThread[]> => {
    const pages: NestedThread[] = []
    for (const { file, kind, url, source, contentType } of truePages()) {
      if (kind === 'negative') continue
      const [thread] = await browser.readThreads(url, source, contentType)
      if (!thread) continue
      const { comments, languages } = thread
      pages.push({ name: file.replace('.html', ''), kind, comments, languages })
    }
    return pages
  }

  it.skipIf(!hasTruth())('recover what flattening took, at 85 % precision or better', async () => {
    const pages = await readPages()
    const threads = pages.flatMap((page) => flatten(page) ?? [])
    const results = crossValidate(threads)
    const fitted = fitModel(threads)
    const everything = threads.map((thread) => ({ ...thread, isTold: thread.isTold.map(() => true) }))
    const asShown = everything.flatMap((thread) => repliesOf(thread, shipped))
    console.log(
      [
        'Flattened to two levels and recovered; each page read by a model learnt from the other pages:',
        tables(results, ({ named }) => named),
        tableOfKinds(results.flatMap(({ named }) => named)),
        'The same, with every writer anonymous:',
        tables(results, ({ unnamed }) => unnamed),
        'The same with names, for what no reference places:',
        tables(results, ({ besideReferences }) => besideReferences),
        `Thresholds, where writers are known and where not: ${results.map(({ thresholds }) => thresholds).join(', ')}`,
        `Learnt from all pages: ${JSON.stringify(fitted)}`,
        `Shipped: ${JSON.stringify(shipped)}`,
        `The shipped model on the pages that it was learnt from, also where a limit to nesting hides the truth: ${figuresOf(asShown).right} of ${figuresOf(asShown).claims} right`,
        'Claims on pages that show two levels themselves:',
        ...pages.filter((page) => !flatten(page)).flatMap(claimsOn),
      ].join('\n\n'),
    )
    for (const [shown, replies] of [
      ['named', (result: CrossValidated) => result.named],
      ['anonymous', (result: CrossValidated) => result.unnamed],
      ['beside references', (result: CrossValidated) => result.besideReferences],
    ] as const) {
      expect(precisionOf(results.flatMap(replies)), shown).toBeGreaterThanOrEqual(0.85)
      const talks = results.filter(({ thread }) => !isDialogue(thread))
      expect(precisionOf(talks.flatMap(replies)), `${shown}, without dialogues`).toBeGreaterThanOrEqual(0.85)
    }
    const differing = signNames.filter((_, n) => Math.abs(fitted.weights[n]! - shipped.weights[n]!) > 0.25)
    expect(differing, 'weights that are no longer what the pages teach').toEqual([])
  })
})

if (!hasTruth()) console.log('The saved pages are not beside the project (../shared): nothing to learn from.')
