import { describe, expect, it } from 'vitest'
import type { Conversation, Link } from '@/utils/thread/conversation'
import { bloggerPage, enhanced, press, sample } from './enhanced'

const link = (parentId: string, kind: Link['kind'] = 'site'): Link => ({
  parentId,
  kind,
  confidence: 1,
  evidence: [],
})

/** c6 answers c5, which answers c4. */
const found = ({ links }: Conversation) => {
  links[5] = link('c5', 'likely')
}
const card = () => document.querySelector<HTMLElement>('[role=dialog]')!
const offers = (comment: Element) => comment.querySelector(':scope > .comment-block .us-exchange') !== null

describe('the exchange', () => {
  it('is offered where at least two comments stand above', async () => {
    const { comment } = await enhanced(bloggerPage(sample), { found })
    expect(['c4', 'c5', 'c6'].map((id) => offers(comment(id)))).toEqual([false, false, true])
  })

  it('is the path from the first comment to this one, alone, with how each is joined', async () => {
    const { comment } = await enhanced(bloggerPage(sample), { found })
    const control = press(comment('c6'), 'Exchange')
    expect(card().getAttribute('aria-label')).toBe('Exchange: Anonymous, 1 March 2026 at 10:10')
    const path = [...card().querySelectorAll('.us-card-comment > p, .us-path-mark')]
    expect(path.map(({ textContent }) => textContent)).toEqual([
      'Who opened the sluice?',
      'in answer to',
      'Nobody says.',
      'perhaps answers',
      'Ask at the mill.',
    ])
    expect(card().contains(document.activeElement)).toBe(true)
    press(card(), 'Close')
    expect(document.querySelector('[role=dialog]')).toBeNull()
    expect(document.activeElement).toBe(control)
  })

  it('is no longer offered where the reader took a comment off', async () => {
    const { page, comment } = await enhanced(bloggerPage(sample), { found })
    const undo = page.refuse(5, 'c5')
    expect(offers(comment('c6'))).toBe(false)
    undo()
    expect(offers(comment('c6'))).toBe(true)
  })

  it('takes in all parts of a comment, and passes over none', async () => {
    const inParts = (conversation: Conversation) => {
      conversation.partOf[3] = 'c1'
      conversation.links[3] = null
      conversation.links[4] = link('c4')
      conversation.links[5] = link('c5')
    }
    const { comment } = await enhanced(bloggerPage(sample), { found: inParts })
    press(comment('c6'), 'Exchange')
    expect(
      [...card().querySelectorAll('.us-card-comment > p')].map(({ textContent }) => textContent),
    ).toEqual(['It was dry in May too.', 'Who opened the sluice?', 'Nobody says.', 'Ask at the mill.'])
  })
})
