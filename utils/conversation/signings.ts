import type { Commenter } from '@/utils/thread/conversation'
import type { Entry } from './entries'
import { findSignOff, lastLine, type SignOff } from './sign-offs'

type Signing = { entries: Entry[]; name: string; isCertain: boolean }

/** The key of a claimed name: never that of an account, whoever bears it. */
const signedKey = (folded: string): string => `signed:${folded}`

/**
 * Keeps the names that anonymous comments are signed with.
 * @param onCertain called for each comment of which the writer's claimed name becomes certain
 */
export const createSignings = (onCertain: (entry: Entry, commenter: Commenter) => void) => {
  const signings = new Map<string, Signing>()

  const settle = (key: string, signing: Signing, isCertain: boolean, entries: readonly Entry[]): void => {
    signing.isCertain ||= isCertain
    if (!signing.isCertain) return
    for (const entry of entries) {
      entry.isSurelySigned = true
      onCertain(entry, { key, name: signing.name })
    }
  }

  /** Who has signed so before may do it under a line that is as short. */
  const signedAgain = (text: string): SignOff | null => {
    const line = lastLine(text)
    const known = line === '' ? undefined : signings.get(signedKey(line))
    return known ? { folded: line, name: known.name, isCertain: false } : null
  }

  /** Reads an anonymous comment's end; gives the name that it claims, or null. */
  const add = (entry: Entry): string | null => {
    const { text } = entry.comment
    const found = findSignOff(text) ?? signedAgain(text)
    if (!found) return null
    const key = signedKey(found.folded)
    entry.signed = key
    entry.isSurelySigned = found.isCertain
    let signing = signings.get(key)
    if (!signing) {
      signing = { entries: [], name: found.name, isCertain: false }
      signings.set(key, signing)
    }
    signing.entries.push(entry)
    const becomes = !signing.isCertain && (found.isCertain || signing.entries.length > 1)
    settle(key, signing, becomes, becomes ? signing.entries : [entry])
    return found.name
  }

  /** Somebody was spoken to by this name, so it is one. */
  const confirm = (key: string): void => {
    const signing = signings.get(key)
    if (signing && !signing.isCertain) settle(key, signing, true, signing.entries)
  }
  return { add, confirm }
}
