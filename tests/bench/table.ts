export type Row = { what: string; size: string; figure: number; unit: string; budget?: number | undefined }

/** What the design allows; the figures of a run are printed beside it. */
export const budgets = { sizes: { 'probe.js': 6, 'reader.js': 40 } }

const shown = (figure: number): string => (figure < 10 ? figure.toFixed(2) : figure.toFixed(1))

/** The rows as text, in columns, with a word where a budget is missed. */
export const table = (rows: Row[]): string => {
  const cells = rows.map(({ what, size, figure, unit, budget }) => [
    what,
    size,
    `${shown(figure)} ${unit}`,
    budget === undefined ? '' : `${shown(budget)} ${unit}`,
    budget === undefined ? '' : figure <= budget ? 'within' : 'MISSED',
  ])
  const all = [['what', 'comments', 'figure', 'budget', ''], ...cells]
  const widths = all[0]!.map((_, column) => Math.max(...all.map((line) => line[column]!.length)))
  return all
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
