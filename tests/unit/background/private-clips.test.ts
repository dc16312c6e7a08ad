import { beforeAll, describe, expect, it, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing'
import { refusedInPrivate, registerPrivateClips } from '@/entrypoints/background/private-clips'
import { privateNever, privateQuestion } from '@/utils/messages/private-clips'
import { changeSettings, clipsInPrivate } from '@/utils/settings/settings'

type Handler = (message: { data: unknown; sender: unknown }) => Promise<unknown>
const { handlers } = vi.hoisted(() => ({ handlers: new Map<string, Handler>() }))
vi.mock('@/utils/messages/protocol', () => ({
  onMessage: (type: string, handler: Handler) => handlers.set(type, handler),
}))

const { id } = fakeBrowser.runtime
const reader = (incognito: boolean) => ({ id, url: 'https://heron.example/', tab: { id: 1, incognito } })
const popup = { id, url: `chrome-extension://${id}/popup.html` }
const answer = (data: unknown, sender: unknown) => handlers.get('privateClips')!({ data, sender })

beforeAll(registerPrivateClips)

describe('a clip from a private window', () => {
  it('is a question at first, and none elsewhere', async () => {
    expect(await refusedInPrivate(reader(true))).toEqual({
      error: 'private',
      message: privateQuestion,
      asks: true,
    })
    expect(await refusedInPrivate(reader(false))).toBeNull()
    expect(await refusedInPrivate(popup)).toBeNull()
  })

  it('is kept once the reader has said so, in the page', async () => {
    await answer('keep', reader(true))
    expect(await refusedInPrivate(reader(true))).toBeNull()
  })

  it('is refused with one sentence once the reader has said no', async () => {
    await answer('never', popup)
    expect(await refusedInPrivate(reader(true))).toEqual({
      error: 'private',
      message: privateNever,
      asks: false,
    })
  })
})

describe('the answer', () => {
  it('given in a page counts once: a script there cannot take it back', async () => {
    await answer('never', reader(true))
    await answer('keep', reader(true))
    expect(await clipsInPrivate()).toBe('never')
    await answer('keep', popup)
    expect(await clipsInPrivate()).toBe('keep')
  })

  it.each<[string, unknown, unknown]>([
    ['of another window', 'keep', reader(false)],
    ['of a stranger', 'keep', { ...reader(true), id: 'another-extension' }],
    ['that is none', 'always', popup],
    ['that is no word', { choice: 'keep' }, popup],
  ])('%s is not taken', async (_, data, sender) => {
    await answer(data, sender)
    expect(await clipsInPrivate()).toBe('ask')
  })

  it('leaves the other settings alone', async () => {
    await changeSettings((now) => ({ ...now, sitesOff: ['heron.example'] }))
    await answer('keep', popup)
    await changeSettings((now) => ({ ...now, sitesOff: [...now.sitesOff, 'b.example'] }))
    expect(await clipsInPrivate()).toBe('keep')
  })
})
