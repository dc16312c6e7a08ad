/**
 * A browser that lays out lazily looks after each thing that it may leave out: at every movement of the mouse, at every
 * change of anything on the page. Ten thousand comments in one flat list are too many of them, two hundred groups of
 * comments are not.
 */
const size = 50

const mark = 'data-understory-group'

const isGroup = (element: Element | null): element is HTMLElement => element?.hasAttribute(mark) ?? false

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

/** An even number, so that stripes go on. */
const addStart = (group: Element): void => group.prepend(...guards(group, 2))
const addEnd = (group: Element): void => group.append(...guards(group, 1))

/** What is said of lazy layout is said by us. */
const byUs = /^(content-visibility|contain-intrinsic|overflow-clip-margin)/

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
    return Array.from(a).every(
      (name) => byUs.test(name) || a.getPropertyValue(name) === b.getPropertyValue(name),
    )
  })
  for (const element of [...before, inList[0]!, group]) element.remove()
  return isSame
}

/** The comments of flat lists, in groups that the browser lays out when they come into view. */
export type Groups = {
  /** Where the next comment of a list goes. */
  next(list: Element): Element
  /** Puts the groups into their lists; called when all comments are in them. */
  show(): void
  /** Where one more comment of a list goes that is to stand before another one, or at the end. */
  groupFor(list: Element, before: Element | null): Element
  /** Takes the groups away; called when nothing is in them any more. */
  remove(): void
}

/** @param height about how high a comment is, in px */
export const createGroups = (height: number): Groups => {
  /** A list's groups, in order, and how many comments have been put into them. */
  const lists = new Map<Element, { groups: HTMLElement[]; count: number }>()
  const givenRole: Element[] = []
  const guess = (group: HTMLElement, count: number): void => {
    group.style.containIntrinsicBlockSize = `auto ${Math.round(count * height)}px`
  }
  /** Cuts a group in two that has grown. */
  const split = (list: Element, groups: HTMLElement[], group: HTMLElement): void => {
    const children = [...group.children]
    // Where a comment has several elements, the first of them is of another kind.
    const begins = children.find(({ localName }) => localName !== 'template')?.localName
    const half = children.findIndex(({ localName }, k) => k >= size && localName === begins)
    const later = createGroup(list)
    later.append(...children.slice(half))
    addStart(later)
    addEnd(group)
    group.after(later)
    groups.splice(groups.indexOf(group) + 1, 0, later)
    for (const part of [group, later]) guess(part, size)
  }
  return {
    next: (list) => {
      const known = lists.get(list) ?? { groups: [], count: 0 }
      lists.set(list, known)
      if (known.count % size === 0) known.groups.push(createGroup(list))
      known.count++
      return known.groups.at(-1)!
    },
    show: () => {
      for (const [list, { groups, count }] of lists) {
        groups.forEach((group, k) => {
          if (k > 0) addStart(group)
          if (k < groups.length - 1) addEnd(group)
          guess(group, Math.min(size, count - k * size))
        })
        list.append(...groups)
        // What is between a list and its items else makes some tools believe that these are none.
        if (!list.matches('ol, ul') || list.hasAttribute('role')) continue
        list.setAttribute('role', 'list')
        givenRole.push(list)
      }
    },
    groupFor: (list, before) => {
      const { groups } = lists.get(list) ?? { groups: [] }
      const groupNow = () => groups.find((group) => group === before?.parentElement) ?? groups.at(-1)
      const group = groupNow()
      if (group && group.childElementCount > 2 * size) split(list, groups, group)
      return groupNow() ?? list
    },
    remove: () => {
      for (const { groups } of lists.values()) for (const group of groups) group.remove()
      for (const list of givenRole) list.removeAttribute('role')
    },
  }
}
