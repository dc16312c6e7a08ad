import type { Enhancement } from './common/enhancement'

/** Gives the page back. */
export const enhancement: Enhancement = {
  title: 'Off',
  description: 'Gives the page back as it was.',
  essential: true,
  start: ({ toolbar, services }) => {
    const off = toolbar.addButton('off', 'Off', () => {
      off.setAttribute('aria-disabled', 'true')
      services.turnOff()
    })
    off.title = 'Show this page as it was, without Understory'
  },
}
