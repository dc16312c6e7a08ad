import { button } from '@/utils/dom/controls'
import { keepPlace } from '@/utils/dom/keep-place'
import { cardsOf } from './cards'
import { commentCard, titleOf } from './comment-card'
import { goTo } from './go-to'
import { type Answered, answeredBy, whyOf } from './link-words'
import { createReferenceLinks } from './reference-links'
import type { ThreadPage } from './thread-page'

/** Shows why a comment is taken for an answer, and takes the reader's word for it where it is none. */
export const showWhy = (page: ThreadPage, entry: number, anchor: Element, signal: AbortSignal): void => {
  const { document, toolbar } = page
  const cards = cardsOf(page.root, signal)
  const references = createReferenceLinks(page, signal)

  const refuse = (parentId: string) => {
    card.close()
    let putBack = () => {}
    // All that follows from it happens within: moving, indenting, saying what answers what.
    keepPlace(page.root, () => {
      putBack = page.refuse(entry, parentId)
    })
    const undo = button(document, 'us-choose', 'Undo')
    undo.addEventListener('click', () => {
      putBack()
      toolbar.say('')
      // The button is gone: the focus goes to what it was about.
      goTo(page, entry, signal)
    })
    toolbar.say('Removed.', undo)
  }
  const section = (answered: Answered) => {
    const { link, parent } = answered
    const part = document.createElement('section')
    part.className = `us-why-link us-by-${link.kind}`
    const sure = document.createElement('p')
    sure.className = 'us-card-note'
    sure.textContent = whyOf(page, entry, answered)
    const no = button(document, 'us-refuse', 'Not an answer to this')
    no.setAttribute('aria-description', titleOf(page, parent))
    no.addEventListener('click', () => refuse(link.parentId))
    part.append(sure, commentCard(page, parent, signal, references.make, cards.closeAll), no)
    return part
  }

  const content = document.createDocumentFragment()
  for (const answered of answeredBy(page, entry))
    if (answered.link.kind !== 'site') content.append(section(answered))
  const card = cards.open(anchor, content, { name: `Why: ${titleOf(page, entry)}`, isKept: true })
}
