import { readFileSync } from 'node:fs'

/** What a fixture says is to be read; the parts of it that a page shows. */
type Expected = {
  url: string
  threads: {
    platform: string
    comments: {
      id: string
      parentId: string | null
      author: { name: string | null; isAnonymous: boolean }
      time: { instant: string | null; local: string | null } | null
      text: string
    }[]
  }[]
}

export type PlatformPage = {
  platform: string
  url: string
  body: string
  /** The platform's own Reply links. */
  reply: string
  /** A piece of what the first answer says, in HTML. */
  html: string
  comments: {
    id: string
    parent: string | null
    depth: number
    /** Null where the page names nobody: what is shown then is not the page's. */
    name: string | null
    time: string | null
    text: string
  }[]
}

/**
 * Runs in the page before the extension comes: remembers the page as it was served, and listens on each Reply link
 * as the platform's own script does.
 */
const pageScript = (reply: string) => `<script>
addEventListener('DOMContentLoaded', () => {
  for (const link of document.querySelectorAll(${JSON.stringify(reply)}))
    link.addEventListener('click', (event) => {
      event.preventDefault()
      window.repliedTo = link
    })
  window.asServed = document.documentElement.outerHTML
})
</script>`

const read = (file: string) => readFileSync(new URL(`../fixtures/${file}`, import.meta.url), 'utf8')

type Given = { fixture: string; reply: string; html: string; host?: [string, string] }

const platformPage = ({ fixture, reply, html, host: [from, to] = ['', ''] }: Given): PlatformPage => {
  const moved = (words: string) => (from === '' ? words : words.replaceAll(from, to))
  const { url, threads } = JSON.parse(moved(read(`${fixture}.json`))) as Expected
  const [thread] = threads
  if (!thread) throw new Error(`The fixture ${fixture} has no thread`)
  const page = moved(read(`${fixture}.html`)).replace(/^<!--.*?-->\s*/, '')
  const depths = new Map<string | null, number>([[null, -1]])
  return {
    platform: thread.platform,
    url,
    body: page.replace('<head>', `<head>${pageScript(reply)}`),
    reply,
    html,
    comments: thread.comments.map(({ id, parentId, author, time, text }) => {
      const depth = (depths.get(parentId) ?? -1) + 1
      depths.set(id, depth)
      return {
        ...{ id, parent: parentId, depth, text },
        name: author.isAnonymous ? null : author.name,
        time: time?.instant ?? time?.local ?? null,
      }
    }),
  }
}

/** One invented page of each platform, under the kind of host name that the platform gives. */
export const platformPages: PlatformPage[] = [
  {
    fixture: 'wordpress--html5',
    reply: 'a.comment-reply-link',
    html: '<p>Nine by the old bridge, Wren.</p>',
    host: ['lanternroad.example', 'lanternroad.wordpress.com'] as [string, string],
  },
  { fixture: 'dreamwidth--threaded', reply: '.comment li.reply a', html: 'They do, at <i>' },
  { fixture: 'hacker-news--today', reply: '.reply a[href^="reply"]', html: 'By <i>two</i> hands.' },
  { fixture: 'structure--depth-classes', reply: '.entry a[href="#"]', html: 'A wherry, I think.' },
].map(platformPage)
