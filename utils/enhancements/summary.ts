import { say } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { plural } from '@/utils/dom/words'
import { countOf } from './common/count'
import type { About, Enhancement } from './common/enhancement'

export const about: About = {
  title: 'Summary',
  description: 'Counts comments and people in the toolbar.',
}

/** How many comments there are, and how many people that can be told apart. */
export const enhancement: Enhancement = {
  essential: true,
  start: (page, signal) => {
    const { document, toolbar, entriesOf, growth } = page
    const count = document.createElement('b')
    const who = document.createElement('span')
    follow(signal, () => {
      growth.value
      say(count, plural(countOf(page), 'comment'))
      const people = entriesOf.size
      say(who, people === 0 ? 'nobody by name' : `${plural(people, 'person', 'people')} by name`)
    })
    toolbar.add('summary', count)
    toolbar.add('summary', who)
  },
}
