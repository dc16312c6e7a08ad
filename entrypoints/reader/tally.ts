/** How many times something happened of late. */
export const createTally = (withinMs: number) => {
  let times: number[] = []
  return {
    count: (): number => {
      const now = performance.now()
      times = [...times.filter((at) => now - at < withinMs), now]
      return times.length
    },
    forget: () => {
      times = []
    },
  }
}
