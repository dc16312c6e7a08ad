import 'fake-indexeddb/auto'
import { expect, test } from 'vitest'
import { createClipDatabase, LibraryBlockedError, type Migration, whenOpen } from '@/utils/clips/database'
import { countClips } from '@/utils/clips/list-clips'
import { refusalOf } from '@/utils/clips/refusal'
import { saveClip } from '@/utils/clips/save-clip'
import { someClip } from './some-clips'

const stores = {
  rows: 'id, livingAt, deletedAt',
  bodies: 'n',
  keys: 'bucket',
  texts: 'n, revision',
  counters: 'id',
}
const first: Migration = { version: 1, stores }
const second: Migration = {
  version: 2,
  stores: { rows: 'id, livingAt, deletedAt, starred' },
  upgrade: (transaction) =>
    transaction
      .table('rows')
      .toCollection()
      .modify((row: { siteName: string }) => {
        row.siteName = 'moved'
      }),
}

/** A page that holds the first version and does not let go. */
const hold = (name: string): Promise<IDBDatabase> =>
  new Promise((resolve) => {
    const request = indexedDB.open(name, 10)
    request.onsuccess = () => resolve(request.result)
  })

test('a library of the first version walks through the steps that it lacks and loses nothing', async () => {
  const old = createClipDatabase('walks')
  await saveClip(old, someClip(), new Date())
  const now = createClipDatabase('walks', [first, second])
  // The older connection gives way by itself.
  await whenOpen(now)
  expect(await now.rows.toArray()).toMatchObject([{ siteName: 'moved', id: someClip().id }])
  expect(await countClips(now)).toEqual({ living: 1, trashed: 0 })
})

test('an upgrade that another page blocks is refused at once, and works when that page is gone', async () => {
  const old = createClipDatabase('held')
  await whenOpen(old)
  old.close()
  const holder = await hold('held')
  const now = createClipDatabase('held', [first, second])
  await expect(saveClip(now, someClip(), new Date())).rejects.toThrow(LibraryBlockedError)
  await expect(countClips(now)).rejects.toThrow(LibraryBlockedError)
  holder.close()
  await expect.poll(() => now.isOpen()).toBe(true)
  expect((await saveClip(now, someClip(), new Date())).outcome).toBe('created')
})

test('what is said of a full disk can be followed, and is true of a failed delete too', () => {
  const { message } = refusalOf(named('QuotaExceededError'))
  expect(message).toMatch(/nothing was changed.* Free some space/)
  expect(message).not.toMatch(/trash|kept/)
})

const named = (name: string, more = {}) => Object.assign(new Error('x'), { name }, more)

test.each([
  ['full', named('QuotaExceededError')],
  ['full', named('AbortError', { inner: named('QuotaExceededError') })],
  ['full', named('BulkError', { failures: [named('AbortError', { inner: named('QuotaExceededError') })] })],
  ['blocked', new LibraryBlockedError('x')],
  ['blocked', named('DatabaseClosedError')],
  ['invalid', named('InvalidClipError')],
  ['failed', named('TypeError')],
  ['failed', 'a string'],
])('the reader is told "%s" and what to do', (error, thrown) => {
  expect(refusalOf(thrown)).toMatchObject({ error, message: expect.stringMatching(/./) })
})
