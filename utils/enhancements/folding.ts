import { type CommentParts, elementsOf } from '@/utils/dom/comment-parts'
import { button, label, ours } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { keepPlace } from '@/utils/dom/keep-place'
import { createTrace } from '@/utils/dom/trace'
import { listed, plural } from '@/utils/dom/words'
import type { Arrangement, Placement } from '@/utils/thread/arrange'
import type { About, Enhancement } from './common/enhancement'
import { soon } from './common/soon'
import { lineAt } from './common/thread-line'
import type { ThreadPage } from './common/thread-page'

const repliesIn = (count: number): string => plural(count, 'reply', 'replies')

/** "12 replies by Ana, Bo and 3 more · 2 new" */
const whatIsInside = ({ comments, conversation, arrangement, fresh }: ThreadPage, entry: number): string => {
  const { placements, placeOf } = arrangement.peek()
  const place = placeOf[entry]!
  const inside = placements
    .slice(place + 1, place + 1 + placements[place]!.inside)
    // The later parts of a comment are no further replies.
    .flatMap(({ entry: reply }) => (conversation.partOf[reply] ? [] : comments[reply]!.comment))
  const names = [...new Set(inside.flatMap(({ author }) => author.name ?? []))]
  const newOnes = inside.filter(({ id }) => fresh.peek().has(id)).length
  return [
    repliesIn(inside.length) + (names.length > 0 ? ` by ${listed(names)}` : ''),
    ...(newOnes > 0 ? [`${newOnes} new`] : []),
  ].join(' · ')
}

const isNested = ({ name }: Pick<Arrangement, 'name'>): boolean =>
  name === 'original' || name === 'conversation'

export const about: About = {
  title: 'Folding',
  description: 'Folds branches and remembers, for each page, which ones.',
}

/** Folds and opens branches: one by its button or its thread line, all, or by depth. */
export const enhancement: Enhancement = {
  start: (page, signal) => {
    const { document, root, toolbar, comments, conversation, arrangement, folded, services } = page
    const trace = createTrace(signal)
    /** By entry: the button, and how many replies it counts. */
    const buttons = new Map<number, { control: HTMLButtonElement; row: HTMLElement; count: number }>()
    const entryOfButton = new Map<Element, number>()
    const entryOfBranch = new Map<Element, number>()

    const parents = (): number[] =>
      arrangement.peek().placements.flatMap(({ entry, inside }) => (inside > 0 ? [entry] : []))

    /** The reader's own choice is remembered; what a permalink opens is not. */
    const change = (next: ReadonlySet<string>) => {
      for (const id of recalled) if (!next.has(id)) recalled.delete(id)
      folded.value = next
      services.rememberFolds([...next])
    }
    const toggle = (entry: number) => {
      const { id } = comments[entry]!.comment
      const next = new Set(folded.peek())
      if (!next.delete(id)) next.add(id)
      keepPlace(root, () => change(next), buttons.get(entry)?.control)
    }
    const foldFrom = (depth: number) => {
      const { placements, placeOf } = arrangement.peek()
      const ids = parents().filter((entry) => placements[placeOf[entry]!]!.depth >= depth)
      soon(page, signal, () =>
        keepPlace(root, () => change(new Set(ids.map((entry) => comments[entry]!.comment.id)))),
      )
    }

    toolbar.addButton('fold', 'Collapse all', () => foldFrom(0))
    toolbar.addButton('fold', 'Expand all', () => foldFrom(Number.POSITIVE_INFINITY))
    const deepest = page.thread.peek().nodes.reduce((most, { depth }) => Math.max(most, depth), 0)
    if (deepest >= 2) {
      const depth = document.createElement('select')
      depth.className = 'us-select'
      depth.setAttribute('aria-label', 'Levels shown')
      depth.add(new Option('all levels', '', true, true))
      for (let level = 1; level <= Math.min(deepest, 9); level++)
        depth.add(new Option(plural(level, 'level'), String(level)))
      depth.addEventListener('change', () =>
        foldFrom(depth.value === '' ? Infinity : Number(depth.value) - 1),
      )
      toolbar.add('fold', depth)
    }

    /** Without an element of their own, or moved out of it, the replies of a branch are hidden one by one. */
    const hideReplies = (entry: number, hidden: boolean) => {
      const { replies } = comments[entry]!.parts
      const { isInPlace, placements, placeOf } = arrangement.peek()
      if (replies && isInPlace) return trace.attribute(replies, 'data-understory-folded', hidden ? '' : null)
      const place = placeOf[entry]!
      const end = place + 1 + placements[place]!.inside
      for (let at = place + 1; at < end; ) {
        const placement = placements[at]!
        const { comment, parts } = comments[placement.entry]!
        for (const element of elementsOf(parts))
          trace.attribute(element, 'data-understory-folded', hidden ? '' : null)
        // A branch that is folded itself stays hidden when the one around it opens.
        at += !hidden && folded.peek().has(comment.id) ? placement.inside + 1 : 1
      }
    }
    const show = (entry: number, isFolded: boolean) => {
      const known = buttons.get(entry)
      if (!known) return
      const { control, count } = known
      const inside = whatIsInside(page, entry)
      label(control, isFolded ? inside : repliesIn(count), isFolded ? 'Expand' : 'Collapse')
      control.setAttribute('aria-description', inside)
      control.setAttribute('aria-expanded', String(!isFolded))
      trace.attribute(comments[entry]!.parts.element, 'data-understory-collapsed', isFolded ? '' : null)
      hideReplies(entry, isFolded)
    }

    const recalled = new Set(services.recallFolds())
    const { length: there } = comments
    folded.value = new Set([...folded.peek(), ...recalled])
    // What was posted since is not to lie beneath what was read and folded then.
    follow(signal, () => {
      const { placements, placeOf } = arrangement.value
      const open = new Set(folded.peek())
      for (const id of recalled.size > 0 ? page.fresh.value : []) {
        const entry = page.entryOf.get(id) ?? there
        let up = entry < there ? placements[placeOf[entry]!]!.parent : -1
        for (; up >= 0; up = placements[placeOf[up]!]!.parent) {
          const above = comments[up]!.comment.id
          if (recalled.delete(above)) open.delete(above)
        }
      }
      if (open.size !== folded.peek().size) folded.value = open
    })
    let shown: ReadonlySet<string> = new Set()
    follow(signal, () => {
      const now = folded.value
      for (const id of shown) if (!now.has(id)) show(page.entryOf.get(id)!, false)
      for (const id of now) if (!shown.has(id) && page.entryOf.has(id)) show(page.entryOf.get(id)!, true)
      shown = new Set([...now].filter((id) => page.entryOf.has(id)))
    })
    // What is new within a folded branch is said outside.
    follow(signal, () => {
      if (page.fresh.value.size > 0) for (const id of shown) show(page.entryOf.get(id)!, true)
    })

    const foldedBy = (event: MouseEvent): number | undefined => {
      const control = event.target instanceof Element && event.target.closest('.us-fold')
      return control ? entryOfButton.get(control) : lineAt(page, entryOfBranch, event)
    }
    /** Shows what a click would fold; only the line itself is hit as the branch's own element. */
    const aim = ({ target, type }: Event) => {
      if (target instanceof Element && entryOfBranch.has(target))
        trace.attribute(target, 'data-understory-aimed', type === 'pointerover' ? '' : null)
    }
    root.addEventListener('pointerover', aim, { signal })
    root.addEventListener('pointerout', aim, { signal })
    root.addEventListener(
      'click',
      (event) => {
        const entry = foldedBy(event)
        if (entry === undefined) return
        event.stopPropagation()
        event.preventDefault()
        toggle(entry)
      },
      { capture: true, signal },
    )

    /** Beside the body, where it stands on its own; else between the comment and its replies. */
    const putRow = (row: HTMLElement, { element, body, replies }: CommentParts) => {
      const block = body?.parentElement
      if (block && block !== element && !(replies && block.contains(replies))) block.append(row)
      else if (replies) replies.before(row)
      else (body ?? element).after(row)
    }

    const createButton = (entry: number) => {
      const { parts } = comments[entry]!
      const row = ours(document, 'span', 'us-fold-row')
      const control = button(document, 'us-fold', '', 'Collapse')
      control.setAttribute('aria-expanded', 'true')
      row.append(control)
      trace.insert(row, (node) => putRow(node, parts))
      entryOfButton.set(control, entry)
      const made = { control, row, count: 0 }
      buttons.set(entry, made)
      return made
    }
    /** Marks what holds the replies, for the line beside it. */
    const markBranch = (entry: number, firstReply: number) => {
      const { replies } = comments[entry]!.parts
      const branch = comments[firstReply]!.parts.element.parentElement
      if (!replies || !branch || !replies.contains(branch)) return
      trace.attribute(replies, 'data-understory-replies', '')
      trace.attribute(branch, 'data-understory-branch', '')
      entryOfBranch.set(branch, entry)
    }
    /** By entry: how many comments its branch held when its button was last written. */
    const counts: number[] = []
    const repliesWithin = (entry: number, inside: number): number => {
      if (page.parts.size === 0) return inside
      const { placements, placeOf } = arrangement.peek()
      let replies = inside
      for (let place = placeOf[entry]! + inside; place > placeOf[entry]!; place--)
        if (conversation.partOf[placements[place]!.entry]) replies--
      return replies
    }
    const count = (entry: number, inside: number) => {
      counts[entry] = inside
      const made = buttons.get(entry) ?? createButton(entry)
      made.count = repliesWithin(entry, inside)
      made.row.hidden = inside === 0
      const { placements, placeOf } = arrangement.peek()
      if (inside > 0) markBranch(entry, placements[placeOf[entry]! + 1]!.entry)
      if (folded.peek().has(comments[entry]!.comment.id)) show(entry, true)
      else label(made.control, repliesIn(made.count), 'Collapse')
    }
    let last: Pick<Arrangement, 'name' | 'isInPlace'> = { name: 'original', isInPlace: true }
    follow(signal, () => {
      const now = arrangement.value
      if (now.isInPlace !== last.isInPlace || now.name !== last.name) {
        for (const element of root.querySelectorAll('[data-understory-folded]'))
          trace.attribute(element, 'data-understory-folded', null)
        for (const { row, count } of buttons.values()) row.hidden = count === 0 || !isNested(now)
        if (isNested(now)) for (const id of shown) show(page.entryOf.get(id)!, true)
      }
      const before = last
      last = now
      if (!isNested(now)) return
      const { placements, placeOf, grownFrom } = now
      // Where replies stand elsewhere, nothing can be marked: they are back where the blog has them.
      const isBack = now.isInPlace && !before.isInPlace
      const recount = ({ entry, inside }: Placement) => {
        if (counts[entry] === undefined) return
        if (counts[entry] !== inside || (isBack && inside > 0)) count(entry, inside)
      }
      if (grownFrom === 0) placements.forEach(recount)
      else
        for (let entry = grownFrom; entry < comments.length; entry++) {
          let up = placements[placeOf[entry]!]!.parent
          for (; up >= 0; up = placements[placeOf[up]!]!.parent) recount(placements[placeOf[up]!]!)
        }
    })

    return (entry) => {
      counts[entry] = 0
      const { name, placements, placeOf } = arrangement.peek()
      const { inside } = placements[placeOf[entry]!]!
      if (isNested({ name }) && inside > 0) count(entry, inside)
    }
  },
}
