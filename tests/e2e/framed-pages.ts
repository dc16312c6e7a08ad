import { readFileSync } from 'node:fs'
import type { Harness } from './harness/harness.ts'

/** A post whose thread stands in a frame of Disqus, beside a frame without one. */
export const framedPost = 'https://kettle.example/2024/tea/'

const embed = 'https://disqus.com/embed/comments/'
const query = `?base=default&f=kettle&t_u=${encodeURIComponent(framedPost)}&t_t=Tea`
const advert = 'https://ads.example/'

const blogPage = `<!DOCTYPE html><html lang="en"><head><title>Tea at four</title></head><body>
<article><h1>Tea at four</h1><p>Green or black.</p></article>
<iframe src="${advert}" title="Advert"></iframe>
<div id="disqus_thread"><iframe src="${embed}${query}" title="Disqus" width="600" height="900"></iframe></div>
</body></html>`

const thread = readFileSync(new URL('../fixtures/disqus--embed.html', import.meta.url), 'utf8')

export const serveFramedPost = ({ serve }: Pick<Harness<unknown>, 'serve'>): void => {
  serve(framedPost, blogPage)
  serve(embed, thread.replace(/^<!--.*?-->\s*/, ''))
  serve(advert, '<!DOCTYPE html><title>Advert</title>')
}

/** Where the frames are, by the beginnings of their addresses. */
export const framesAt = { thread: embed, advert }

/** Depth and name of each comment in the frame. */
export const framedComments: [number, string][] = [
  [0, 'Pell'],
  [1, 'Marta'],
  [0, 'Odile'],
]
