import type { About, Enhancement } from './common/enhancement'

export const about: About = {
  title: 'Off',
  description: 'Gives the page back as it was.',
}

/** Gives the page back. */
export const enhancement: Enhancement = {
  essential: true,
  start: ({ toolbar, services }) => {
    const off = toolbar.addButton('off', 'Off', () => {
      off.setAttribute('aria-disabled', 'true')
      services.turnOff()
    })
    off.title = 'Show this page as it was, without Understory'
  },
}
