/** Gives each id once: where an id comes again, it gets a suffix, "c1~2" for the second. */
export const createUniqueIds = (): ((id: string) => string) => {
  const timesSeen = new Map<string, number>()
  return (id) => {
    let times = (timesSeen.get(id) ?? 0) + 1
    let unique = times === 1 ? id : `${id}~${times}`
    while (times > 1 && timesSeen.has(unique)) {
      times += 1
      unique = `${id}~${times}`
    }
    timesSeen.set(id, times)
    if (unique !== id) timesSeen.set(unique, 1)
    return unique
  }
}

const fnv1a = (text: string, basis: number): number => {
  let hash = basis
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash >>> 0
}

/** The same short word for the same text on every visit: FNV-1a twice, in base 36, because 32 bits collide. */
export const stableHash = (text: string): string =>
  fnv1a(text, 0x811c9dc5).toString(36) + fnv1a(text, 0x01234567).toString(36)
