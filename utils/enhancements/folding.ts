import { type CommentParts, elementsOf } from '@/utils/dom/comment-parts'
import { button, label, ours } from '@/utils/dom/controls'
import { follow } from '@/utils/dom/follow'
import { keepPlace } from '@/utils/dom/keep-place'
import { createTrace } from '@/utils/dom/trace'
import { plural } from '@/utils/dom/words'
import type { Arrangement, Placement } from '@/utils/thread/arrange'
import { repliesIn, whatIsInside } from './common/comment-card'
import type { About, Enhancement } from './common/enhancement'
import { soon } from './common/soon'
import { lineAt } from './common/thread-line'

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
    let remembered = new Set(services.recallFolds())
    const change = (next: ReadonlySet<string>) => {
      for (const id of recalled) if (!next.has(id)) recalled.delete(id)
      folded.value = next
      services.rememberFolds([...remembered])
    }
    const toggle = (entry: number) => {
      const { id } = comments[entry]!.comment
      const next = new Set(folded.peek())
      remembered.delete(id)
      if (!next.delete(id)) {
        next.add(id)
        remembered.add(id)
      }
      keepPlace(root, () => change(next), buttons.get(entry)?.control)
    }
    const levels = document.createElement('select')
    /** Folds what is deeper than so many levels; '' for none. */
    const showLevels = (most: string) => {
      levels.value = most
      const { placements, placeOf } = arrangement.peek()
      const deep = parents().filter((entry) => most && placements[placeOf[entry]!]!.depth >= Number(most) - 1)
      remembered = new Set(deep.map((entry) => comments[entry]!.comment.id))
      const next = new Set(remembered)
      soon(page, signal, () => keepPlace(root, () => change(next)))
    }

    toolbar.addButton('fold', 'Collapse all', () => showLevels('1'))
    toolbar.addButton('fold', 'Expand all', () => showLevels(''))
    const deepest = page.thread.peek().nodes.reduce((most, { depth }) => Math.max(most, depth), 0)
    if (deepest >= 2) {
      levels.className = 'us-select'
      levels.setAttribute('aria-label', 'Levels shown')
      levels.add(new Option('all levels', '', true, true))
      for (let level = 1; level <= Math.min(deepest, 9); level++)
        levels.add(new Option(plural(level, 'level'), String(level)))
      levels.addEventListener('change', () => showLevels(levels.value))
      toolbar.add('fold', levels)
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
    const write = (control: Element, words: string, name: string) => {
      label(control, words, name)
      control.setAttribute('aria-description', words)
    }
    const show = (entry: number, isFolded: boolean) => {
      const known = buttons.get(entry)
      if (!known) return
      const { control, count } = known
      if (isFolded) write(control, whatIsInside(page, entry), 'Expand')
      else write(control, repliesIn(count), 'Collapse')
      control.setAttribute('aria-expanded', String(!isFolded))
      const isSaid = isFolded && isNested(arrangement.peek())
      trace.attribute(comments[entry]!.parts.element, 'data-understory-collapsed', isSaid ? '' : null)
      hideReplies(entry, isFolded)
    }

    const recalled = new Set(remembered)
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

    /** Beside the body, where it stands on its own; else before the replies, or where the comment ends. */
    const putRow = (row: HTMLElement, parts: CommentParts) => {
      const { element, header, body, replies } = parts
      const elements = elementsOf(parts)
      // Where there is no body, the header's block: what the page renders anew is told by what was in it of ours.
      const block = (body ?? (replies ? null : header))?.parentElement
      // What is not within the comment would not move with it.
      const isWithin = elements.some((own) => own.contains(block ?? null))
      if (block && isWithin && block !== element && !(replies && block.contains(replies))) block.append(row)
      else if (replies) replies.before(row)
      else if (body && isWithin) body.after(row)
      else elements.at(-1)!.append(row)
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
      else write(made.control, repliesIn(made.count), 'Collapse')
    }
    let wasInPlace = true
    follow(signal, () => {
      const now = arrangement.value
      // Any comment may have left a folded branch.
      if (now.grownFrom === 0) {
        for (const element of shown.size > 0 ? root.querySelectorAll('[data-understory-folded]') : [])
          trace.attribute(element, 'data-understory-folded', null)
        for (const { row, count } of buttons.values()) row.hidden = count === 0 || !isNested(now)
        for (const id of shown) show(page.entryOf.get(id)!, true)
      }
      // Where replies stand elsewhere, nothing can be marked: they are back where the blog has them.
      const isBack = now.isInPlace && !wasInPlace
      wasInPlace = now.isInPlace
      if (!isNested(now)) return
      const { placements, placeOf, grownFrom } = now
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

    // The page has put others in the place of its own elements, and our row was in them.
    follow(signal, () => {
      for (const entry of page.growth.value.reread) {
        const row = buttons.get(entry)?.row
        if (row && !row.isConnected) putRow(row, comments[entry]!.parts)
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
