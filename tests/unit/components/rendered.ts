import axe from 'axe-core'
import { type ComponentChild, render } from 'preact'
import { act } from 'preact/test-utils'

/** Puts a component into the document, in place of what was there. */
export const rendered = async (component: ComponentChild): Promise<HTMLElement> => {
  const before = document.getElementById('app')
  if (before) {
    render(null, before)
    before.remove()
  }
  const root = document.createElement('div')
  root.id = 'app'
  document.body.append(root)
  await again(root, component)
  return root
}

/** Renders into the same place once more, as when data changes. */
export const again = async (root: HTMLElement, component: ComponentChild): Promise<void> => {
  await act(() => render(component, root))
}

export const press = async (
  target: Element | null,
  key: string,
  init: KeyboardEventInit = {},
): Promise<void> => {
  await act(() => {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))
  })
}

export const click = async (target: HTMLElement | null | undefined): Promise<void> => {
  await act(() => {
    target?.click()
  })
}

/** The button or link with these words. */
export const control = (root: ParentNode, words: string): HTMLElement | undefined =>
  [...root.querySelectorAll<HTMLElement>('button, a')].find(
    ({ textContent }) => textContent?.trim() === words,
  )

/** What axe finds wrong. Contrast needs a layout, which this document has not. */
export const violations = async (root: HTMLElement): Promise<string[]> => {
  document.documentElement.lang = 'en'
  document.title = 'A page'
  const { violations } = await axe.run(root.ownerDocument, {
    rules: { 'color-contrast': { enabled: false } },
  })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))
}
