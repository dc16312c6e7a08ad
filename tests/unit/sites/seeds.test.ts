import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { asPre, readShown, show } from './shown'

type Truth = Record<
  string,
  {
    declaredCount: number | null
    count: number
    comments: { n: number; depth: number; startsWith: string; endsWith: string }[]
  }
>

const folder = path.resolve(import.meta.dirname, '../../../../shared/seeds')
const isHere = existsSync(path.join(folder, 'truth.json'))
if (!isHere) console.info('The seeds are not beside the project (../shared/seeds): their tests are skipped.')

/** The truth was taken from lines without white space at their ends. */
const asTruth = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
const letters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('')

describe.skipIf(!isHere)('the seeds', () => {
  const truth = isHere ? (JSON.parse(readFileSync(path.join(folder, 'truth.json'), 'utf8')) as Truth) : {}
  for (const [file, expected] of Object.entries(truth)) {
    const source = isHere ? readFileSync(path.join(folder, file), 'utf8') : ''

    it(`reads every comment of ${file} as it is`, () => {
      show(asPre(source), `https://archive.blogspot.com/${file}`)
      const { threads, doubts } = readShown()
      expect(doubts).toEqual([])
      const [thread] = threads
      expect(thread?.declaredCount).toBe(expected.declaredCount)
      const depthOf = ({ parentId }: { parentId: string | null }) => (parentId === null ? 0 : 1)
      expect(
        thread?.comments.map(({ comment }, index) => ({
          n: index + 1,
          depth: depthOf(comment),
          startsWith: asTruth(comment.text).slice(0, 60),
          endsWith: asTruth(comment.text).slice(-30),
        })),
      ).toEqual(expected.comments)
    })

    it(`loses no letter of ${file} and doubles none`, () => {
      show(asPre(source), `https://archive.blogspot.com/${file}`)
      const { mount } = readShown().threads[0]!
      expect(letters(mount!.with.textContent)).toBe(letters(source))
    })
  }
})
