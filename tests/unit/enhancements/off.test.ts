import { expect, it } from 'vitest'
import { bloggerPage, enhanced, press, sample } from './enhanced'

it('The toolbar’s “Off” asks for the page to be given back', async () => {
  const { page } = await enhanced(bloggerPage(sample))
  press(document.querySelector('[role=toolbar]')!, 'Off')
  expect(page.services.turnOff).toHaveBeenCalledOnce()
})
