import { bloggerPage } from './blogger-page.ts'
import { lastBoat } from './last-boat.ts'
import { pumpBench } from './pump-bench.ts'
import type { DemoTheme } from './theme.ts'

/** The demo blog's posts, newest first. */
export const demoPosts = [lastBoat, pumpBench]

/** Each post under its own address, and by night under the same with `?theme=dark`. */
export const demoPages = () => {
  const themes: [DemoTheme, string][] = [
    ['light', ''],
    ['dark', '?theme=dark'],
  ]
  return demoPosts.flatMap((post) =>
    themes.map(([theme, query]) => ({
      url: `${post.url}${query}`,
      body: bloggerPage(post, demoPosts, theme),
    })),
  )
}
