import { describe, expect, it } from 'vitest'
import { createTrace } from '@/utils/dom/trace'

describe('a trace', () => {
  it('takes back attributes and nodes, and gives an overwritten attribute its old value', () => {
    document.body.innerHTML = '<p title="mine">words</p><p>more</p>'
    const before = document.body.innerHTML
    const controller = new AbortController()
    const trace = createTrace(controller.signal)
    const [first, second] = document.querySelectorAll('p')
    trace.attribute(first!, 'title', 'ours')
    trace.attribute(first!, 'title', null)
    trace.attribute(second!, 'data-x', '1')
    trace.attribute(second!, 'data-x', '2')
    trace.insert(document.createElement('b'), (node) => first!.append(node))
    expect(document.body.innerHTML).not.toBe(before)
    controller.abort()
    expect(document.body.innerHTML).toBe(before)
  })

  it('undoes what else was done first, latest first', () => {
    const controller = new AbortController()
    const trace = createTrace(controller.signal)
    const said: string[] = []
    trace.onUndo(() => said.push('first'))
    trace.onUndo(() => said.push('second'))
    controller.abort()
    expect(said).toEqual(['second', 'first'])
  })
})
