import { isWordAt } from './words'

/** A place where a text quotes: the words inside the marks. */
export type QuotedSpan = { start: number; end: number; isMarked: boolean }

const pairs: Record<string, string> = {
  '"': '"',
  '“': '”"“',
  '„': '“”"',
  '«': '»',
  '»': '«',
  '‘': '’',
  "'": "'’",
  '‚': '‘’',
  '‹': '›',
  '「': '」',
  '*': '*',
  _: '_',
}
const openings = /["“„«»‘'‚‹「*_]/g
const shortest = 18
const longest = 3000

/** Where a quotation that opens at `start` closes; -1 where it does not. An apostrophe closes nothing. */
const closingOf = (text: string, start: number): number => {
  const mark = text[start]!
  const closing = pairs[mark]!
  const isSingle = mark === "'" || mark === '‘'
  const limit = Math.min(text.length, start + longest)
  for (let place = start + 1; place < limit; place++) {
    const letter = text[place]!
    if ((mark === '*' || mark === '_' || isSingle) && letter === '\n') return -1
    if (letter === '\n' && text[place + 1] === '\n' && mark === '"') return -1
    if (!closing.includes(letter)) continue
    if (isSingle && isWordAt(text, place + 1)) continue
    if ((mark === '"' || mark === '“') && isWordAt(text, place + 1) && !isWordAt(text, place - 1)) continue
    return place
  }
  return -1
}

/** Finds what a text quotes: in quotation marks of any language, between stars, and after ">". */
export const findQuotedSpans = (text: string): QuotedSpan[] => {
  const spans: QuotedSpan[] = []
  if (text.includes('>'))
    for (const line of text.matchAll(/^[ \t]*>+[ \t]*(.+)$/gm)) {
      const end = line.index + line[0].length
      spans.push({ start: end - line[1]!.length, end, isMarked: true })
    }
  openings.lastIndex = 0
  for (let found = openings.exec(text); found; found = openings.exec(text)) {
    const start = found.index
    if (isWordAt(text, start - 1)) continue
    let end = closingOf(text, start)
    // Some forget to close.
    if (end < 0 && '"“„«'.includes(text[start]!)) {
      const line = text.indexOf('\n', start)
      end = line < 0 ? text.length : line
    }
    if (end < 0) continue
    if (end - start < shortest) {
      openings.lastIndex = end + 1
      continue
    }
    if (!spans.some((span) => span.start <= start && end <= span.end))
      spans.push({ start: start + 1, end, isMarked: true })
    openings.lastIndex = end + 1
  }
  return spans.sort((a, b) => a.start - b.start)
}

/**
 * The first long lines without any mark: what was a block of quotation may have come as plain text, with an answer
 * below it.
 */
export const plainLines = (text: string, spans: readonly QuotedSpan[]): QuotedSpan[] => {
  const lines: QuotedSpan[] = []
  for (let start = 0; start < 200; ) {
    const next = text.indexOf('\n', start)
    if (next < 0 || text.length - next < 20) break
    // "… the end of it. [Ann]" names whom it quotes.
    const name = text[next - 1] === ']' ? text.lastIndexOf('[', next) : -1
    const end = name > start && next - name < 60 ? name : next
    const from = start
    if (end - from >= 30 && !spans.some((span) => span.start < end && span.end > from))
      lines.push({ start, end, isMarked: false })
    start = next + 1
  }
  return lines
}

/** The parts of a quotation between ellipses and breaks. */
export const partsOf = (text: string, { start, end }: QuotedSpan): { start: number; end: number }[] => {
  const parts: { start: number; end: number }[] = []
  let from = start
  for (const gap of text.slice(start, end).matchAll(/\s*(?:\[\s*)?(?:\.{3,}|…)(?:\s*\])?\s*|\s*\n\s*/g)) {
    parts.push({ start: from, end: start + gap.index })
    from = start + gap.index + gap[0].length
  }
  parts.push({ start: from, end })
  return parts.filter((part) => part.end > part.start)
}
