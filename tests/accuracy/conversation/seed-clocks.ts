import type { Comment } from '@/utils/thread/comment'

/**
 * What the seeds refer to, by numbers of comments from 1 on. The seeds show no clocks, so that those are given which
 * their own references imply; the others get plausible ones in between.
 */
export type SeedTruth = {
  /** Minutes since midnight of the first day, by number of comment. */
  clocks: Record<number, number>
  /** Which comments each refers to, all of them; the first is the one that it addresses first. */
  answers: Record<number, readonly number[]>
  /** Comments that are signed, a list for each name. */
  signed: readonly (readonly number[])[]
  /** Parts after the first, with the number of the first. */
  parts: Record<number, number>
}

const at = (clock: string, day = 0): number => {
  const [hours, minutes] = clock.split(':').map(Number)
  return day * 1440 + hours! * 60 + minutes!
}

/** By the first three characters of the file's name. */
export const seedTruths: Record<string, SeedTruth> = {
  '000': {
    clocks: { 1: at('07:21') },
    answers: { 2: [1] },
    signed: [[1, 11]],
    parts: { 5: 4, 8: 7 },
  },
  '001': {
    clocks: {
      1: at('08:02'),
      12: at('19:12'),
      15: at('21:31'),
      17: at('23:03'),
      19: at('00:58', 1),
      22: at('11:40', 1),
    },
    answers: { 15: [12], 17: [15], 20: [19], 21: [19], 22: [17, 19], 23: [19] },
    signed: [[4]],
    parts: {},
  },
  '002': { clocks: { 1: at('06:40') }, answers: { 21: [18] }, signed: [[2], [13, 16]], parts: {} },
  '003': {
    clocks: { 1: at('06:12'), 9: at('09:10') },
    answers: { 8: [7], 10: [9] },
    signed: [[4, 11]],
    parts: { 17: 16, 18: 16 },
  },
  '004': {
    clocks: { 1: at('09:15'), 3: at('15:04') },
    answers: { 2: [1], 4: [3], 20: [19], 21: [19] },
    signed: [[1, 3], [14, 32, 38], [15]],
    parts: { 37: 36 },
  },
}

const minutesBetween = 3

/** The comments with clocks as a blog shows them. */
export const withClocks = (comments: readonly Comment[], { clocks }: SeedTruth): Comment[] => {
  const anchors = Object.keys(clocks).map(Number)
  const minuteOf = (number: number): number => {
    const before = anchors.filter((anchor) => anchor <= number).at(-1)!
    const after = anchors.find((anchor) => anchor > number)
    const step = after
      ? Math.min(minutesBetween, (clocks[after]! - clocks[before]!) / (after - before))
      : minutesBetween
    return clocks[before]! + Math.floor((number - before) * step)
  }
  return comments.map((comment, k) => {
    const date = new Date(Date.UTC(2020, 9, 29) + minuteOf(k + 1) * 60_000)
    const local = date.toISOString().slice(0, 16)
    const day = date.getUTCDate()
    const text = `${day} October 2020 at ${local.slice(11)}`
    return { ...comment, time: { text, instant: `${local}:00.000Z`, local } }
  })
}
