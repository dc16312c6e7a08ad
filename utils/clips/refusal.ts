import type { Refusal } from '@/utils/messages/protocol'

/** An error with all the places where the one that caused it may be: Dexie wraps, and collects failures. */
type Wrapping = { name?: string; message?: string; inner?: unknown; cause?: unknown; failures?: unknown[] }

/** The names of an error and of those that caused it. */
export const errorNames = (error: unknown, depth = 0): string[] => {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const { name = '', inner, cause, failures = [] } = error as Wrapping
  return [name, ...[inner, cause, ...failures.slice(0, 3)].flatMap((each) => errorNames(each, depth + 1))]
}

const blockedNames = ['LibraryBlockedError', 'DatabaseClosedError', 'VersionError']

/** What an error means to the reader, and what to do about it. */
export const refusalOf = (error: unknown): Refusal => {
  const names = errorNames(error)
  const message = error instanceof Error ? error.message : String(error)
  if (names.includes('QuotaExceededError')) {
    return {
      error: 'full',
      message: 'The disk is full, so nothing was changed. Free some space on it, then try again.',
    }
  }
  if (names.some((name) => blockedNames.includes(name))) {
    return {
      error: 'blocked',
      message: 'The library is being updated. Close the other Understory pages and try again.',
    }
  }
  if (names.includes('InvalidClipError') || names.includes('TakenIdError'))
    return { error: 'invalid', message }
  return {
    error: 'failed',
    message: `Nothing was changed. Try again; if it happens again, reload the extension. (${message})`,
  }
}
