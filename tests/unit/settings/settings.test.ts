import { expect, it } from 'vitest'
import { changeSettings, settings } from '@/utils/settings/settings'

it('changes that come at the same time are all kept', async () => {
  const switchOff = (id: string) =>
    changeSettings((now) => ({ ...now, enhancementsOff: [...now.enhancementsOff, id] }))
  await Promise.all(['folding', 'links', 'parts'].map(switchOff))
  expect((await settings.getValue()).enhancementsOff).toEqual(['folding', 'links', 'parts'])
})

it('a change that goes wrong holds up none of the next', async () => {
  const wrong = changeSettings(() => {
    throw new Error('no')
  })
  const next = changeSettings((now) => ({ ...now, sitesOff: ['weir.example'] }))
  await expect(wrong).rejects.toThrow('no')
  await next
  expect((await settings.getValue()).sitesOff).toEqual(['weir.example'])
})
