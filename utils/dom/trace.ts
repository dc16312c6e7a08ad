/** Changes a page and takes every change back when its signal is aborted. */
export type Trace = {
  /** Sets an attribute, or removes it where `value` is null. */
  attribute(element: Element, name: string, value: string | null): void
  /** Puts one of our own nodes into the page, as `put` says. */
  insert<N extends ChildNode>(node: N, put: (node: N) => void): N
  /** Runs when everything is taken back, before attributes and nodes are. */
  onUndo(undo: () => void): void
}

/** The signal's owner gives the page back by aborting it; nothing that went through the trace remains. */
export const createTrace = (signal: AbortSignal): Trace => {
  const before = new Map<string, Map<Element, string | null>>()
  const inserted: ChildNode[] = []
  const undos: (() => void)[] = []

  signal.addEventListener('abort', () => {
    for (const undo of undos.toReversed()) undo()
    for (const node of inserted) node.remove()
    for (const [name, elements] of before)
      for (const [element, value] of elements)
        if (value === null) element.removeAttribute(name)
        else element.setAttribute(name, value)
  })

  return {
    attribute: (element, name, value) => {
      const now = element.getAttribute(name)
      if (now === value) return
      const elements = before.get(name) ?? new Map<Element, string | null>()
      before.set(name, elements)
      if (!elements.has(element)) elements.set(element, now)
      if (value === null) element.removeAttribute(name)
      else element.setAttribute(name, value)
    },
    insert: (node, put) => {
      inserted.push(node)
      put(node)
      return node
    },
    onUndo: (undo) => undos.push(undo),
  }
}
