import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TabPage } from '@/components/page-header'
import { pageActions } from '@/entrypoints/popup/page-actions'
import { browser } from '@/utils/browser'
import { privateNever } from '@/utils/messages/private-clips'

const { sendMessage } = vi.hoisted(() => ({ sendMessage: vi.fn() }))
vi.mock('@/utils/messages/protocol', () => ({ sendMessage }))

const place = { tabId: 7, frameId: 0 }
const said: unknown[] = []
const ask = vi.fn()
const acting = (given: Partial<TabPage & { kind: 'page' }> = {}) =>
  pageActions({
    page: {
      ...{ kind: 'page', host: 'heron.example', title: '', report: null },
      ...{ isAllowed: false, isSiteOn: false, everywhere: [], privateClips: null, framed: null },
      ...given,
    },
    act: async (work) => void said.push(await work(place)),
    ask,
  })
const settled = () => new Promise((resolve) => setTimeout(resolve))
let request: ReturnType<typeof vi.fn>
let remove: ReturnType<typeof vi.fn>

beforeEach(() => {
  said.length = 0
  ask.mockClear()
  sendMessage.mockReset().mockResolvedValue({ id: 'x', outcome: 'created' })
  request = vi.fn(async () => true)
  remove = vi.fn(async () => true)
  Object.assign(browser.permissions, { request, remove })
})

describe('“Clip thread”', () => {
  it('clips in an ordinary window, and in a private one that may keep clips', async () => {
    acting().clipThread()
    acting({ privateClips: 'keep' }).clipThread()
    await settled()
    expect(said).toEqual(['Thread clipped.', 'Thread clipped.'])
  })

  it('asks in a private window, and clips once the answer is yes', async () => {
    acting({ privateClips: 'ask' }).clipThread()
    await settled()
    expect(sendMessage).not.toHaveBeenCalled()
    expect(ask).toHaveBeenLastCalledWith(true)
    acting({ privateClips: 'ask' }).decidePrivateClips('keep')
    await settled()
    expect(ask).toHaveBeenLastCalledWith(false)
    expect(sendMessage.mock.calls.map(([type]) => type)).toEqual(['privateClips', 'pageClipThread'])
    expect(said).toEqual(['Thread clipped.'])
  })

  it('says so in one sentence where the answer is or was no', async () => {
    acting({ privateClips: 'never' }).clipThread()
    acting({ privateClips: 'ask' }).decidePrivateClips('never')
    await settled()
    expect(said).toEqual([privateNever, privateNever])
    expect(sendMessage.mock.calls).toEqual([['privateClips', 'never']])
  })
})

describe('“On for this site”', () => {
  it('asks the browser at once, and switches on only what it allowed', async () => {
    acting().switchSite(true)
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['*://heron.example/*'] })
    await settled()
    expect(sendMessage).toHaveBeenCalledWith('siteSwitch', { host: 'heron.example', on: true })
    sendMessage.mockClear()
    request.mockResolvedValueOnce(false)
    acting().switchSite(true)
    await settled()
    expect(sendMessage).not.toHaveBeenCalled()
    expect(said.at(-1)).toContain('stays off for heron.example')
  })

  it('does not ask for what is allowed already, nor for being switched off', async () => {
    acting({ isAllowed: true }).switchSite(true)
    acting({ isAllowed: true, isSiteOn: true }).switchSite(false)
    await settled()
    expect(request).not.toHaveBeenCalled()
    expect(sendMessage.mock.calls.map(([, { on }]) => on)).toEqual([true, false])
  })
})

describe('“On for every site”', () => {
  it('asks for every site, and takes all back that covers every site', async () => {
    acting().switchEverySite(true)
    expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['*://*/*'] })
    acting({ everywhere: ['<all_urls>', '*://*/*'] }).switchEverySite(false)
    expect(remove).toHaveBeenCalledExactlyOnceWith({ origins: ['<all_urls>', '*://*/*'] })
    await settled()
    expect(said[0]).toBe('On for every site.')
  })
})

it('“Read comments on …” asks for the site of the frame, and takes it off the list of what was switched off', async () => {
  const framed = { ...{ name: 'Disqus', host: 'disqus.com', origin: '*://disqus.com/*' }, frameId: null }
  acting({ framed: { ...framed, isOn: false, isRead: false } }).readFrame()
  expect(request).toHaveBeenCalledExactlyOnceWith({ origins: ['*://disqus.com/*'] })
  await settled()
  expect(sendMessage).toHaveBeenCalledWith('siteSwitch', { host: 'disqus.com', on: true })
})
