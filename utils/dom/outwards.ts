/** All whole numbers from 0 to below `count`, from one of them on to both sides. */
export const outwards = function* (from: number, count: number): Generator<number> {
  if (from < count) yield from
  for (let far = 1; far < count; far++) {
    if (from + far < count) yield from + far
    if (from - far >= 0) yield from - far
  }
}
