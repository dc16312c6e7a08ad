/** A comment as the page contract shows it; null and false where an attribute is absent. */
export type ContractComment = {
  id: string
  depth: number
  parent: string | null
  link: string | null
  name: string | null
  commenter: string | null
  recurring: number | null
  regular: number | null
  time: string | null
  isNew: boolean
  isCollapsed: boolean
  isClipped: boolean
  partOf: string | null
  /** The text in the comment's element, without that of the comments inside it. */
  text: string
}

/** What both drivers' pages can do, each with types of its own: run a function that carries all it needs with it. */
export type Evaluates = { evaluate(...given: never[]): Promise<unknown> }

type Evaluating = {
  evaluate<Answer, Argument>(
    run: (argument: Argument) => Answer,
    argument: Argument,
  ): Promise<Awaited<Answer>>
}

const inside = (page: Evaluates) => page as unknown as Evaluating

// Pages may have elements that are called "documentElement" or "querySelectorAll", so the prototype is asked.
const inPage = {
  state: () =>
    (Document.prototype.querySelector.call(document, ':root') as Element).getAttribute('data-understory'),

  contract: () => {
    const comments = Document.prototype.querySelectorAll.call(document, '[data-understory-comment]')
    return Array.from(comments, (element) => {
      const say = (name: string) => element.getAttribute(`data-understory-${name}`)
      const number = (name: string) => (say(name) === null ? null : Number(say(name)))
      const own = element.cloneNode(true) as Element
      for (const inner of own.querySelectorAll('[data-understory-comment]')) inner.remove()
      return {
        id: say('comment') ?? '',
        depth: Number(say('depth')),
        parent: say('parent'),
        link: say('link'),
        name: say('name'),
        commenter: say('commenter'),
        recurring: number('recurring'),
        regular: number('regular'),
        time: say('time'),
        isNew: say('new') !== null,
        isCollapsed: say('collapsed') !== null,
        isClipped: say('clipped') !== null,
        partOf: say('part-of'),
        text: own.textContent ?? '',
      }
    })
  },

  // Waits inside the page, where the attribute's change can be seen: nobody has to ask again and again.
  reached: ({ states, timeout }: { states: string[]; timeout: number }) =>
    new Promise<string | null>((resolve) => {
      const html = Document.prototype.querySelector.call(document, ':root') as Element
      const finish = () => {
        observer.disconnect()
        clearTimeout(timer)
        resolve(html.getAttribute('data-understory'))
      }
      const look = () => {
        const state = html.getAttribute('data-understory')
        if (state === null ? states.includes('off') : states.includes(state)) finish()
      }
      const observer = new MutationObserver(look)
      const timer = setTimeout(finish, timeout)
      observer.observe(html, { attributes: true, attributeFilter: ['data-understory'] })
      look()
    }),
}

/** What the extension says of the page: "ready", "none", "declined", or null where it is off. */
export const stateOf = (page: Evaluates) => inside(page).evaluate(inPage.state, null)

/** All comments that the extension recognised, in document order. */
export const readContract = (page: Evaluates): Promise<ContractComment[]> =>
  inside(page).evaluate(inPage.contract, null)

const anyAnswer = ['ready', 'none', 'declined']

/**
 * Waits until the extension says one of these states of the page; "off" is the absence of all others.
 * Answers the state; throws when none of them came within `timeout` milliseconds.
 */
export const waitForState = async (page: Evaluates, states: string[] = anyAnswer, timeout = 15_000) => {
  const state = await inside(page).evaluate(inPage.reached, { states, timeout })
  if (!states.includes(state ?? 'off')) {
    throw new Error(`The page is "${state ?? 'off'}" after ${timeout} ms, not "${states.join('" or "')}"`)
  }
  return state
}
