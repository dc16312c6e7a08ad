/**
 * Finds the parents of comments that stand in flat rows and only say how deep they are.
 * The parent is the last row above that is less deep; where levels are missing, the nearest there is.
 */
export const createDepthParents = (): ((depth: number, id: string) => string | null) => {
  const path: { depth: number; id: string }[] = []
  return (depth, id) => {
    let above = path.at(-1)
    while (above && above.depth >= depth) {
      path.pop()
      above = path.at(-1)
    }
    path.push({ depth, id })
    return above?.id ?? null
  }
}
