/**
 * A browser that lays out lazily looks after each thing that it may leave out: at every movement of the mouse, at every
 * change of anything on the page. Ten thousand comments in one flat list are too many of them, two hundred groups of
 * comments are not.
 */
export const groupSize = 50

const mark = 'data-understory-group'

export const isGroup = (element: Element | null): element is HTMLElement =>
  element?.hasAttribute(mark) ?? false

/** The list that an element is shown in, whether or not it is in a group there. */
export const listOf = (element: HTMLElement): HTMLElement | null => {
  const { parentElement } = element
  return isGroup(parentElement) ? parentElement.parentElement : parentElement
}

/** What the theme says of the list's children it says of a group's, too: they find themselves in a list of that class. */
const createGroup = (list: Element): HTMLElement => {
  const group = list.ownerDocument.createElement('div')
  group.className = list.getAttribute('class') ?? ''
  group.setAttribute(mark, '')
  // To a screen reader all comments are items of one list.
  if (list.matches('ol, ul')) group.setAttribute('role', 'none')
  return group
}

/** Takes no room; with some of these around them, comments in the midst of a list are no first or last child. */
const guards = (group: Element, count: number): Element[] =>
  Array.from({ length: count }, () => group.ownerDocument.createElement('template'))

/** There is a group before this one, or will be. The guards are an even number, so that stripes go on. */
const addStart = (group: Element): void => {
  group.prepend(...guards(group, 2))
  group.setAttribute(mark, 'later')
}
const addEnd = (group: Element): void => group.append(...guards(group, 1))

/** What is said of lazy layout is said by us. */
const byUs = /^(content-visibility|contain-intrinsic|overflow-clip-margin)/

/** So is that items of a long list are blocks. */
const isAlike = (name: string, inList: string, inGroup: string): boolean =>
  inList === inGroup ||
  byUs.test(name) ||
  (name === 'display' && [inList, inGroup].every((one) => /^(block|list-item)$/.test(one)))

/**
 * Whether a comment looks in a group as it does in the list itself: some theme's selectors reach no further.
 * @param body the comment's, or whatever within it matters most
 */
export const mayGroup = (list: Element, comment: Element, body: Element | null): boolean => {
  const view = list.ownerDocument.defaultView
  if (!view || !['block', 'flow-root'].includes(view.getComputedStyle(list).display)) return false
  /** The elements from the comment down to its body, and nothing beside them. */
  const copies = (): HTMLElement[] => {
    const path: HTMLElement[] = []
    const start = body && comment.contains(body) ? body : comment
    for (let up: Element | null = start; up && up !== list; up = up.parentElement) {
      const copy = up.cloneNode(false) as HTMLElement
      for (const { name } of [...copy.attributes])
        if (name === 'id' || name.startsWith('data-understory')) copy.removeAttribute(name)
      if (path[0]) copy.append(path[0])
      path.unshift(copy)
      if (up === comment) break
    }
    return path
  }
  const group = createGroup(list)
  const [inList, inGroup] = [copies(), copies()]
  for (const element of [group, inList[0]!]) element.style.contentVisibility = 'visible'
  group.append(...guards(group, 2), inGroup[0]!, ...guards(group, 1))
  // In stripes, both are in an odd place.
  const before = guards(group, list.childElementCount % 2)
  list.append(...before, inList[0]!, group)
  const isSame = inList.every((element, k) => {
    const [a, b] = [view.getComputedStyle(element), view.getComputedStyle(inGroup[k]!)]
    return Array.from(a).every((name) => isAlike(name, a.getPropertyValue(name), b.getPropertyValue(name)))
  })
  for (const element of [...before, inList[0]!, group]) element.remove()
  return isSame
}

/** The comments of flat lists, in groups that the browser lays out when they come into view. */
export type Groups = {
  /**
   * A group for so many comments, which is in no document yet, and what these are to stand before in it.
   * @param place which one it is of how many groups of the list, and whether it is known to be in view
   */
  create(
    list: Element,
    count: number,
    place: { at: number; of: number; isSeen: boolean },
  ): { group: HTMLElement; end: Element | null }
  /** Tells screen readers what the lists are; called when all comments are in groups. */
  finish(): void
  /** Where one more comment of a list goes that is to stand before another one, or at the end. */
  groupFor(list: Element, before: Element | null): Element
  /** Takes the groups away; called when nothing is in them any more. */
  remove(): void
}

/** @param height about how high a comment is, in px */
export const createGroups = (height: number): Groups => {
  const made = new Set<HTMLElement>()
  const lists = new Set<Element>()
  const givenRole: Element[] = []
  const guess = (group: HTMLElement, count: number): void => {
    group.style.containIntrinsicBlockSize = `auto ${Math.round(count * height)}px`
  }
  /** Cuts a group in two that has grown. */
  const split = (list: Element, group: HTMLElement): void => {
    const children = [...group.children]
    // Where a comment has several elements, the first of them is of another kind.
    const begins = children.find(({ localName }) => localName !== 'template')?.localName
    const half = children.findIndex(({ localName }, k) => k >= groupSize && localName === begins)
    const later = createGroup(list)
    made.add(later)
    later.append(...children.slice(half))
    addStart(later)
    addEnd(group)
    group.after(later)
    for (const part of [group, later]) guess(part, groupSize)
  }
  return {
    create: (list, count, { at, of, isSeen }) => {
      lists.add(list)
      const group = createGroup(list)
      made.add(group)
      if (at > 0) addStart(group)
      if (at < of - 1) addEnd(group)
      guess(group, count)
      // The browser finds out only after it has laid out the page, with a guess of how high this is.
      if (isSeen) group.style.contentVisibility = 'visible'
      return { group, end: at < of - 1 ? group.lastElementChild : null }
    },
    finish: () => {
      for (const list of lists) {
        // What is between a list and its items else makes some tools believe that these are none.
        if (!list.matches('ol, ul') || list.hasAttribute('role')) continue
        list.setAttribute('role', 'list')
        givenRole.push(list)
      }
    },
    groupFor: (list, before) => {
      const groupNow = () => {
        const around = before?.parentElement ?? null
        return isGroup(around) ? around : [...list.children].findLast(isGroup)
      }
      const group = groupNow()
      if (group && group.childElementCount > 2 * groupSize) split(list, group)
      return groupNow() ?? list
    },
    remove: () => {
      for (const group of made) group.remove()
      for (const list of givenRole) list.removeAttribute('role')
    },
  }
}
