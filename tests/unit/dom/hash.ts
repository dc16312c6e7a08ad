/** A number for a name, another one for each seed: sorting by it gives another order each time. */
export const hash = (name: string, seed: number): number => {
  let sum = seed
  for (const unit of name) sum = Math.imul(sum ^ unit.charCodeAt(0), 0x9e3779b1)
  return sum
}
