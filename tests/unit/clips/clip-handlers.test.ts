import 'fake-indexeddb/auto'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing'
import { registerClipHandlers } from '@/entrypoints/background/clip-handlers'
import { clipDatabase } from '@/utils/clips/database'
import { someClip, uuid } from './some-clips'

type Handler = (message: { data: unknown; sender: unknown }) => Promise<unknown>

const { handlers, sendMessage } = vi.hoisted(() => ({
  handlers: new Map<string, Handler>(),
  sendMessage: vi.fn(async (_type: string, _data: undefined, _tab: number) => undefined),
}))
vi.mock('@/utils/messages/protocol', () => ({
  onMessage: (type: string, handler: Handler) => handlers.set(type, handler),
  sendMessage,
}))

const reader = {
  id: fakeBrowser.runtime.id,
  url: someClip().source.pageUrl,
  tab: { id: 1, incognito: false },
}
const popup = { id: fakeBrowser.runtime.id, url: `chrome-extension://${fakeBrowser.runtime.id}/popup.html` }
const stranger = { id: 'another-extension', url: 'chrome-extension://another-extension/page.html' }

const ask = (type: string, data: unknown, sender: unknown) => handlers.get(type)!({ data, sender })

beforeAll(registerClipHandlers)
beforeEach(async () => {
  await clipDatabase().delete()
  await clipDatabase().open()
  sendMessage.mockClear()
})

test('a clip is kept, and the tabs that may show its page are told', async () => {
  const page = someClip().source.pageUrl
  const tab = await fakeBrowser.tabs.create({ url: `${page}?m=1#c1` })
  const other = await fakeBrowser.tabs.create({ url: 'https://elsewhere.example/' })
  await fakeBrowser.tabs.create({ url: 'chrome://extensions/' })
  expect(await ask('clipSave', someClip(), reader)).toEqual({ id: uuid(1), outcome: 'created' })
  await expect
    .poll(() => sendMessage.mock.calls)
    .toEqual([
      ['clipsChanged', undefined, tab.id],
      ['clipsChanged', undefined, other.id],
    ])
  expect(await ask('clipsOnPage', page, reader)).toEqual([{ id: uuid(1), kind: 'comment', nativeId: 'c1' }])
})

test('a tab without a reader is no error', async () => {
  await fakeBrowser.tabs.create({ url: someClip().source.pageUrl })
  sendMessage.mockRejectedValueOnce(new Error('No response'))
  expect(await ask('clipSave', someClip(), reader)).toMatchObject({ outcome: 'created' })
})

test('extension pages trash, restore and import; a page’s script may not', async () => {
  await ask('clipSave', someClip(), reader)
  for (const type of ['clipsTrash', 'clipsRestore', 'clipsImport']) {
    expect(await ask(type, [uuid(1)], reader), type).toMatchObject({ error: 'invalid' })
  }
  expect(await ask('clipsTrash', [uuid(1)], popup)).toEqual({ changed: 1 })
  expect(await ask('clipsOnPage', someClip().source.pageUrl, reader)).toEqual([])
  expect(await ask('clipsRestore', [uuid(1)], popup)).toEqual({ changed: 1 })
  const file = { format: 'understory-library', version: 1, exportedAt: '', clips: [{}] }
  expect(await ask('clipsImport', file, popup)).toMatchObject({
    refused: 1,
    reasons: [expect.stringContaining('clip 1: ')],
  })
})

test('strangers are refused whatever they ask', async () => {
  for (const type of handlers.keys()) {
    expect(await ask(type, someClip(), stranger), type).toMatchObject({ error: 'invalid' })
  }
  expect([...handlers.keys()].sort()).toEqual([
    'clipSave',
    'clipsImport',
    'clipsOnPage',
    'clipsRestore',
    'clipsTrash',
  ])
})

test('a bad message is an answer that names the field, never an exception', async () => {
  expect(await ask('clipSave', { ...someClip(), html: 1 }, reader)).toMatchObject({
    error: 'invalid',
    message: expect.stringContaining('html: '),
  })
  for (const data of [undefined, null, 7, { length: 1 }, [{}], 'javascript:alert(1)']) {
    for (const type of handlers.keys()) {
      expect(await ask(type, data, popup), type).toMatchObject({ error: 'invalid' })
    }
  }
})

test('a full disk says what to do', async () => {
  const full = Object.assign(new Error('aborted'), {
    name: 'AbortError',
    inner: { name: 'QuotaExceededError' },
  })
  const transaction = vi.spyOn(clipDatabase(), 'transaction').mockRejectedValueOnce(full)
  expect(await ask('clipSave', someClip(), reader)).toMatchObject({
    error: 'full',
    message: expect.stringContaining('Free some space'),
  })
  transaction.mockRestore()
})
