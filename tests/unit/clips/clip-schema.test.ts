import type { InferOutput } from 'valibot'
import { expect, test } from 'vitest'
import {
  type clipSchema,
  InvalidClipError,
  type newClipSchema,
  parseAddress,
  parseIds,
  parseLibrary,
  parseNewClip,
} from '@/utils/clips/clip-schema'
import type { Clip, NewClip } from '@/utils/messages/clip'
import { anonymous, someClip, someComment, someThread, uuid } from './some-clips'

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

test('the schemas and the types of a clip say the same', () => {
  // Checked by the compiler: a field that one of them lacks makes `false` of it.
  const newClips: Same<Required<InferOutput<typeof newClipSchema>>, Required<NewClip>> = true
  const clips: Same<Required<InferOutput<typeof clipSchema>>, Required<Clip>> = true
  expect([newClips, clips]).toEqual([true, true])
})

test('a good clip is taken as it is, and fields that nobody knows are dropped', () => {
  expect(parseNewClip({ ...someClip(), extra: 1, source: { ...someClip().source, extra: 2 } })).toEqual(
    someClip(),
  )
})

const { source } = someClip()
const bad: [string, unknown, string][] = [
  ['nothing', undefined, 'Expected Object'],
  ['an id that is no UUID', someClip(1, { id: 'c1' }), 'id: not a UUID'],
  ['a kind that is none', { ...someClip(), kind: 'image' }, 'kind: '],
  [
    'a script as permalink',
    someClip(1, { source: { ...source, permalink: 'javascript:alert(1)' } }),
    'source.permalink: only http and https addresses',
  ],
  [
    'a script behind white space',
    someClip(1, { source: { ...source, pageUrl: ' javascript:alert(1)//https://' } }),
    'source.pageUrl: ',
  ],
  [
    'a script as profile of an ancestor',
    someClip(1, { context: [someComment(2, { author: { ...anonymous, profileUrl: 'data:text/html,x' } })] }),
    'context.0.author.profileUrl: ',
  ],
  ['a time that is none', someClip(1, { publishedAt: 'yesterday' }), 'publishedAt: not an ISO 8601 time'],
  ['text that is no text', { ...someClip(), text: { toString: () => 'x' } }, 'text: '],
  [
    'a link of an unknown kind',
    someThread([{ ...someComment(1), link: 'guess' as 'site' }]),
    'comments.0.link: ',
  ],
  [
    'too many characters in all',
    someThread(Array(40).fill(someComment(1, { text: 'x'.repeat(2 ** 20) }))),
    'larger than',
  ],
]

test.each(bad)('%s is refused by the path of the field', (_, value, message) => {
  expect(() => parseNewClip(value)).toThrow(InvalidClipError)
  expect(() => parseNewClip(value)).toThrow(message)
})

test('a comment of a megabyte and a thread of 10,000 comments are taken', () => {
  const large = 'x'.repeat(2 ** 20)
  expect(parseNewClip(someClip(1, { text: large, html: `<p>${large}</p>` })).text).toHaveLength(2 ** 20)
  const thread = someThread(Array.from({ length: 10_000 }, (_, n) => someComment(n)))
  expect(parseNewClip(thread).comments).toHaveLength(10_000)
})

test('a file of another kind or version is no library', () => {
  expect(() => parseLibrary('[]')).toThrow(InvalidClipError)
  expect(() => parseLibrary({ format: 'other', version: 1, clips: [] })).toThrow('not an Understory library')
  expect(() => parseLibrary({ format: 'understory-library', version: 2, clips: [] })).toThrow(
    'another version',
  )
})

test('ids and addresses are looked at before they reach the database', () => {
  expect(parseIds([uuid(1)])).toEqual([uuid(1)])
  expect(() => parseIds([1])).toThrow('0: ')
  expect(() => parseAddress('file:///etc/passwd')).toThrow('only http and https')
})
