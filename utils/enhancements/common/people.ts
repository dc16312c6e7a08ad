import type { Commenter } from '@/utils/thread/conversation'

/** What each commenter wrote, kept up to date. */
export const createPeople = (commenters: readonly (Commenter | null)[]) => {
  const entriesOf = new Map<string, readonly number[]>()
  const keys: (string | null)[] = []
  const leave = (key: string, entry: number) => {
    const others = entriesOf.get(key)!.filter((known) => known !== entry)
    if (others.length > 0) entriesOf.set(key, others)
    else entriesOf.delete(key)
  }
  return {
    entriesOf,
    /** Takes in what is known of these entries now; returns the keys of the people that this changes. */
    update: (entries: Iterable<number>): ReadonlySet<string> => {
      const changed = new Set<string>()
      const joined = new Map<string, number[]>()
      for (const entry of entries) {
        const key = commenters[entry]?.key ?? null
        const before = keys[entry] ?? null
        if (key === before) continue
        keys[entry] = key
        if (before !== null) {
          changed.add(before)
          leave(before, entry)
        }
        if (key !== null) {
          const own = joined.get(key)
          if (own) own.push(entry)
          else joined.set(key, [entry])
        }
      }
      for (const [key, own] of joined) {
        changed.add(key)
        entriesOf.set(
          key,
          [...(entriesOf.get(key) ?? []), ...own].sort((a, b) => a - b),
        )
      }
      return changed
    },
  }
}
