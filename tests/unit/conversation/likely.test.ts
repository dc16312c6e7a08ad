import { describe, expect, it } from 'vitest'
import { likelyParents } from '@/utils/conversation/likely'
import type { Known } from '@/utils/conversation/likely-choices'
import type { Link, Reference } from '@/utils/thread/conversation'
import { atOnce } from '@/utils/thread/in-slices'
import { knownOf, type Said } from './likely-threads'

const linksOf = (known: Known): (Link | null)[] => atOnce(likelyParents(known, 0))
const parentsOf = (said: readonly Said[]): (string | null)[] =>
  linksOf(knownOf(said)).map((link) => link?.parentId ?? null)

/** Ida asks, Bo answers, Ida answers Bo, and so on. */
const dialogue: Said[] = [
  { by: 'Ida', text: 'Has anybody repaired the sluice at the old mill?' },
  { by: 'Bo', text: 'The council wanted to, in spring.', below: 'c0' },
  { by: 'Ida', text: 'And did they come?', below: 'c0' },
  { by: 'Bo', text: 'They measured something and left.', below: 'c0' },
]

/** Nobody signs, but the fourth comment takes up what the second has told. */
const strangers: Said[] = [
  { by: null, text: 'Lovely pictures of the harbour.' },
  {
    by: null,
    text: 'Those trawlers carried herring barrels from Stavanger until the cannery burned down in winter.',
    below: 'c0',
  },
  { by: null, text: 'My grandmother was born behind that lighthouse.', below: 'c0' },
  {
    by: null,
    text: 'The cannery burned twice, and herring barrels from Stavanger were still landed by trawlers later.',
    below: 'c0',
  },
]

describe('likely links', () => {
  it('say that who comes back answers the one who answered', () => {
    expect(parentsOf(dialogue)).toEqual([null, null, 'c1', 'c2'])
  })

  it('follow rare words where nobody has a name', () => {
    expect(parentsOf(strangers)).toEqual([null, null, null, 'c1'])
  })

  it('tell their evidence, with the place of the words', () => {
    const known = knownOf(strangers)
    const { text } = known.comments[3]!
    const link = linksOf(known)[3]!
    expect(link.kind).toBe('likely')
    expect(link.confidence).toBeGreaterThan(0.9)
    expect(link.evidence.length).toBeGreaterThan(0)
    for (const { kind, words, start, end } of link.evidence) {
      expect(kind).toMatch(/^[a-z]+$/)
      expect(text.slice(start, end)).toBe(words)
    }
    expect(link.evidence.filter(({ kind }) => kind === 'word').map(({ words }) => words)).toContain('cannery')
  })

  it('say "turn", without words, where the order of speakers decides', () => {
    expect(linksOf(knownOf(dialogue))[2]!.evidence).toContainEqual({
      kind: 'turn',
      words: '',
      start: 0,
      end: 0,
    })
  })

  it('are not claimed for what may as well answer the top', () => {
    expect(
      parentsOf([
        { by: 'Ida', text: 'The library closes on Mondays now.' },
        { by: 'Bo', text: 'Sad.', below: 'c0' },
        { by: 'Cleo', text: 'Such a pity for the children!', below: 'c0' },
        { by: 'Dan', text: 'My street lost its bakery as well.', below: 'c0' },
      ]),
    ).toEqual([null, null, null, null])
  })

  it('never lead to what was sent twice, nor to the same writer', () => {
    const twice =
      'Those trawlers carried herring barrels from Stavanger until the cannery burned down in winter.'
    expect(
      parentsOf([
        { by: null, text: 'Lovely pictures of the harbour.' },
        { by: null, text: twice, below: 'c0' },
        { by: null, text: twice, below: 'c0' },
      ]),
    ).toEqual([null, null, null])
    expect(
      parentsOf([
        { by: 'Ida', text: 'Lovely pictures of the harbour.' },
        { by: 'Bo', text: twice, below: 'c0' },
        { by: 'Cleo', text: 'Hm.', below: 'c0' },
        { by: 'Bo', text: 'Herring barrels, trawlers, Stavanger: the cannery again.', below: 'c0' },
      ])[3],
    ).not.toBe('c1')
  })

  it('grow weaker with the months in between', () => {
    const fresh = linksOf(knownOf(dialogue))[2]!
    const stale = linksOf(
      knownOf(dialogue.map((said, k) => ({ ...said, minute: k < 2 ? k : 200 * 1440 + k }))),
    )[2]
    expect(stale?.confidence ?? 0).toBeLessThan(fresh.confidence)
  })

  it('are not claimed anywhere on a page whose platform nests deeper', () => {
    const deep = [...dialogue, { by: 'Cleo', text: 'Which year?', below: 'c3' }]
    expect(parentsOf(deep)).toEqual([null, null, null, null, null])
  })

  it('leave alone what a reference has placed, and follow it', () => {
    const known = knownOf(dialogue)
    const explicit: Link = { parentId: 'c0', kind: 'explicit', confidence: 1, evidence: [] }
    const links = linksOf({ ...known, links: known.links.map((link, k) => (k === 2 ? explicit : link)) })
    expect(links[2]).toBeNull()
  })

  it('are not claimed for a comment that speaks of one that is not here', () => {
    const known = knownOf(dialogue)
    const reference: Reference = {
      kind: 'clock',
      words: '19:12',
      start: 0,
      end: 5,
      targets: [],
      isElsewhere: true,
    }
    const links = linksOf({
      ...known,
      references: known.references.map((all, k) => (k === 2 ? [reference] : all)),
    })
    expect(links[2]).toBeNull()
    expect(links[3]?.parentId).toBe('c2')
  })

  it('pass over the further parts of a split comment, and over deleted ones', () => {
    const known = knownOf(dialogue)
    expect(linksOf({ ...known, partOf: [null, null, 'c1', null] })[2]).toBeNull()
    const comments = known.comments.map((comment, k) =>
      k === 1 ? { ...comment, status: 'deleted' as const } : comment,
    )
    expect(linksOf({ ...known, comments })[2]).toBeNull()
  })

  it('are not claimed below a comment that is not on the page', () => {
    expect(parentsOf(dialogue.slice(1).map((said) => ({ ...said, below: 'elsewhere' })))).toEqual([
      null,
      null,
      null,
    ])
  })

  it('do without words in scripts, names and times', () => {
    expect(
      parentsOf([
        { by: null, text: '' },
        { by: null, text: '!!!', below: 'c0' },
        { by: null, text: '“”', below: 'c0' },
      ]),
    ).toEqual([null, null, null])
  })
})
