import { type Entry, inOrder, isBefore } from './entries'
import type { NameMark } from './name-marks'
import type { People, Person } from './people'

export type NameTargets = {
  entries: Entry[]
  /** It is clear enough to say what the comment answers. */
  moves: boolean
  confidence: number
  /** Claimed names that were used to speak to somebody, and are names for that reason. */
  confirmed: string[]
}

/** What is known of the page when names are resolved. */
export type NameContext = {
  entries: readonly Entry[]
  /** The platform nests more than two levels. */
  nestsFreely: boolean
  /** The platform nests at all. */
  nests: boolean
  /** What the comment at an index answers by its own words: an id, or null. */
  answered: (index: number) => string | null
}

/** A name that more people bear tells nobody apart. */
const mostBearers = 8
/** So many comments tell whether somebody only answers. */
const enoughEntries = 40

const none: NameTargets = { entries: [], moves: false, confidence: 0, confirmed: [] }

const isOwn = (person: Person, entry: Entry): boolean =>
  person.key === entry.account || person.key === entry.signed

/** Somebody to whom all speak who speak of the post: its author, or one who only ever answers. */
const isHost = (person: Person, entry: Entry, people: People, { nests, answered }: NameContext): boolean => {
  if (person.isPostAuthor) return true
  if (person.isSigned || people.isHostKnown(entry)) return false
  const branches = new Set<string | number>()
  for (const { depth, top, index } of person.entries.slice(0, enoughEntries)) {
    if (index >= entry.index) continue
    if (nests && depth === 0) return false
    const answer = nests ? top : answered(index)
    if (answer !== null) branches.add(answer)
  }
  return nests ? branches.size > 1 : branches.size > 2
}

/** Whether a comment stands right below what it would answer, save for what the same person added. */
const isContinuedBy = (parent: Entry, last: Entry, entries: readonly Entry[]): boolean =>
  last.index > parent.index &&
  last.index - parent.index < 20 &&
  entries
    .slice(parent.index + 1, last.index + 1)
    .every(({ account, signed }) => account === parent.account && signed === parent.signed)

/** A claimed name that is one by its form, or was claimed twice; any other must be spoken to. */
const isKnownName = (person: Person, entry: Entry): boolean => {
  if (!person.isSigned) return true
  const [first, second] = person.entries
  const isThere = (other: Entry | undefined): boolean => other !== undefined && inOrder(other, entry) < 0
  return isThere(second) || (isThere(first) && first!.isSurelySigned)
}

/** Whom a name means, as far as the comments before this one tell. */
export const resolveName = (
  mark: NameMark,
  entry: Entry,
  people: People,
  context: NameContext,
): NameTargets => {
  const bearers = [
    ...new Set(
      mark.aliases.flatMap((alias) => alias.people.slice(0, mostBearers).flatMap(people.sameInitials)),
    ),
  ].filter(
    (person) =>
      !isOwn(person, entry) &&
      people.lastBefore(person, entry, false) !== null &&
      (mark.form === 'at' ||
        mark.form === 'address' ||
        mark.form === 'greeting' ||
        mark.form === 'answer' ||
        isKnownName(person, entry)),
  )
  const accounts = bearers.filter(({ isSigned }) => !isSigned)
  const candidates = accounts.length > 0 ? accounts : bearers
  if (candidates.length === 0 || (mark.isMisspelt && candidates.length > 1)) return none
  const parent = context.entries[entry.parent]
  const isParents = (person: Person): boolean =>
    parent !== undefined && (parent.account === person.key || parent.signed === person.key)

  const lastOf = (person: Person): Entry => people.lastBefore(person, entry, false)!
  // Nearest first: who wrote what is answered, who writes in the branch, anybody.
  const near = candidates.filter(isParents)
  const inBranch = candidates.filter((person) => people.lastBefore(person, entry, true) !== null)
  let meant = near.length > 0 ? near : inBranch.length > 0 ? inBranch : candidates
  if (
    meant.length > 1 &&
    meant[0]!.initials !== '' &&
    meant.every(({ initials }) => initials === meant[0]!.initials)
  )
    meant = [meant.reduce((a, b) => (inOrder(lastOf(a), lastOf(b)) > 0 ? a : b))]
  if (meant.length > 1 && mark.form !== 'at') return none
  const isHere = near.length > 0 || inBranch.length > 0
  const targetOf = (person: Person): Entry => {
    const last = people.lastBefore(person, entry, true) ?? people.lastBefore(person, entry, false)!
    const stays = context.nestsFreely || (parent && isContinuedBy(parent, last, context.entries))
    if (stays && parent && isParents(person)) return parent
    // "*had": a correction of what the same person wrote just before.
    const previous = context.entries[last.index - 1]
    const isCorrection = /^\s?\*(?!\*)/.test(last.comment.text) && last.comment.text.length < 200
    return isCorrection && previous && previous.account === last.account && isBefore(previous, entry)
      ? previous
      : last
  }
  const targets = meant.map(targetOf).sort((a, b) => b.at - a.at || b.index - a.index)
  const person = meant[0]!
  const confirmed =
    meant.length === 1 && person.isSigned && mark.form !== 'aside' && mark.form !== 'mention'
      ? [person.key]
      : []
  const result = { entries: targets, confidence: confidenceOf(mark, meant.length, isHere), confirmed }

  // On a list without branches only a greeting is for the host; what else is said to a name answers it.
  const isForHost = context.nests
    ? !isHere
    : mark.form === 'greeting' || (mark.form !== 'at' && person.isPostAuthor)
  if (isForHost && isHost(person, entry, people, context)) return none
  if (mark.form === 'aside' || mark.form === 'mention' || meant.length > 1) return { ...result, moves: false }
  const isAcross = entry.parent >= 0 && targets[0]!.top !== entry.top
  if (context.nestsFreely) {
    // There the platform says what is answered; only a call by "@" may say more, and at top level or in its branch.
    return { ...result, moves: mark.form === 'at' && !isAcross && (entry.parent < 0 || near.length === 0) }
  }
  if (isAcross) return { ...result, moves: mark.form === 'at' }
  return { ...result, moves: true }
}

const confidenceOf = ({ form, isMisspelt }: NameMark, count: number, isHere: boolean): number => {
  const base =
    form === 'at'
      ? 0.95
      : form === 'address' || form === 'greeting'
        ? 0.92
        : form === 'vocative'
          ? 0.88
          : 0.85
  return (
    Math.round((base - (isMisspelt ? 0.1 : 0) - (count > 1 ? 0.25 : 0) - (isHere ? 0 : 0.04)) * 100) / 100
  )
}
