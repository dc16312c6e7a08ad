import { attribute, classOf, firstElement, isWithin, nameOf, parentNode } from '@/utils/dom/unclobbered'

const depthWord =
  /(?:^|[\s_-]|comment)(?:depth|level|lvl|indent|niveau|ebene|nivel|livello)[_-]?(\d{1,3})(?=$|[\s_-])/i

/** The depth that an element says it has, in a class, an attribute or its indentation; null where it says none. */
const depthOf = (element: Element): number | null => {
  for (const name of ['data-depth', 'data-level', 'data-indent', 'indent', 'aria-level']) {
    const value = attribute(element, name)
    if (value && /^\d{1,3}$/.test(value)) return Number(value)
  }
  const said = depthWord.exec(classOf(element))
  if (said) return Number(said[1])
  const style = attribute(element, 'style') ?? ''
  const indent = /(?:margin|padding)-(?:left|inline-start)\s*:\s*(\d+(?:\.\d+)?)/i.exec(style)
  if (indent) return Number(indent[1])
  const factor =
    /--(?:depth|level|indent)\s*:\s*(\d{1,2})(?![\d.])|(?:margin|padding)-(?:left|inline-start)\s*:\s*calc\([^;]*\*\s*(\d{1,2})\s*\)/i.exec(
      style,
    )
  if (factor) return Number(factor[1] ?? factor[2])
  // A picture of nothing pushes the words to the right.
  const width = nameOf(element) === 'IMG' && !attribute(element, 'alt') ? attribute(element, 'width') : null
  return width && /^\d+$/.test(width) ? Number(width) : null
}

/** Parents of flat comments by the depth that each says it has; null where they say none, or make no sense. */
const byDepth = (items: readonly HTMLElement[]): number[] | null => {
  const said = items.map((item) => {
    let at: Element | null = item
    for (let level = 0; at && level < 9; level += 1) {
      const depth = depthOf(at)
      if (depth !== null) return depth
      at = firstElement(at)
    }
    return null
  })
  const wrapped = said.some((depth) => depth === null)
    ? items.map((item) => depthOf(parentNode(item) as Element) ?? null)
    : said
  // In styles, the outermost level often says nothing.
  const stated = (wrapped.some((depth) => depth !== null) ? wrapped : said).map((depth) => depth ?? 0)
  const levels = [...new Set(stated)].sort((a, b) => a - b)
  if (levels.length < 2) return null
  const ranks = stated.map((depth) => levels.indexOf(depth))
  const path: number[] = []
  const parents: number[] = []
  for (const [index, rank] of ranks.entries()) {
    if (rank > path.length) return null
    path.length = rank
    parents.push(path[rank - 1] ?? -1)
    path[rank] = index
  }
  return parents
}

const repliesWord = /repl|child|indent|nested|respon|sub(?![a-z])|thread|answer|antwort/i

/** Parents where replies stand in an element of their own after the comment that they answer. */
const byBlocks = (items: readonly HTMLElement[]): number[] | null => {
  const place = new Map<Element, number>(items.map((item, index) => [item, index]))
  let found = false
  const root = items.reduce<Node | null>((holder, item) => {
    let at = holder
    while (at && !isWithin(item, at)) at = parentNode(at)
    return at
  }, parentNode(items[0]!))
  const parents = items.map((item) => {
    for (
      let at = parentNode(item) as Element | null;
      at && at !== root;
      at = parentNode(at) as Element | null
    ) {
      if (!repliesWord.test(classOf(at))) continue
      let before = at.previousElementSibling
      while (before && !place.has(before) && before.textContent?.trim() === '')
        before = before.previousElementSibling
      const parent = before ? place.get(before) : undefined
      if (parent === undefined) continue
      found = true
      return parent
    }
    return -1
  })
  return found ? parents : null
}

/** For each comment the place of the one it is under, -1 at top level: by containment, by blocks, by depth. */
export const guessParents = (items: readonly HTMLElement[]): number[] => {
  const parents: number[] = []
  const open: number[] = []
  let isNested = false
  for (const [index, item] of items.entries()) {
    while (open.length > 0 && !isWithin(item, items[open.at(-1)!]!)) open.pop()
    parents.push(open.at(-1) ?? -1)
    isNested ||= open.length > 0
    open.push(index)
  }
  return isNested ? parents : (byBlocks(items) ?? byDepth(items) ?? parents)
}
