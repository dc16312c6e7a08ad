import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/shaped/spip'
import { atOnce } from '@/utils/thread/in-slices'
import { show } from './shown'

describe('the SPIP adapter', () => {
  it('claims nothing on a page that only has its places', () => {
    show(
      `<html><body><ul class="comments-ul"></ul><form><li><div class="forum-chapo">par Moi</div></li></form></body></html>`,
      'https://kettle.example/tea/',
    )
    expect(mayRead(hint, document) && atOnce(adapter.read(document)).length > 0).toBe(false)
  })

  it('reads a theme that puts name and time below the words', () => {
    const item = (name: string, words: string) =>
      `<li class="forum-fil comment"><div class="comment-message forum-message"><div class="comment-content forum-texte"><div class="comment-texte"><p>${words}</p></div></div><div class="comment-meta forum-chapo"><span class="comment-author vcard"><strong class="fn n">${name}</strong></span> <abbr class="date" title="2018-09-11T10:57:27Z">Le 11 septembre 2018 à 12:57</abbr><p class="comment-reply">Répondre</p></div></div></li>`
    show(
      `<html lang="fr"><body><ul class="forum comments-list">${item('Odile Brun', 'Bien vu.')}</ul></body></html>`,
      'https://kettle.example/tea/',
    )
    const [thread] = atOnce(adapter.read(document))
    expect(thread?.comments[0]?.comment).toMatchObject({
      author: { name: 'Odile Brun' },
      time: {
        text: 'Le 11 septembre 2018 à 12:57',
        instant: '2018-09-11T10:57:27.000Z',
        local: '2018-09-11T12:57',
      },
      text: 'Bien vu.',
    })
  })

  it('reads a theme that has name and time in a line above the title', () => {
    const item = (name: string, clock: string, words: string) =>
      `<li class="forum-fil"><div class="forum-top"><a href="#forum7" id="forum7"><img alt="permalien"></a> <b class="crayon forum-qui-7">${name}</b><div class="forum-nav">(22 juin 2024 @${clock})</div>:</div><div class="forum-message"><div class="forum-chapo"><p><strong class="forum-titre">La théière</strong></p></div><div class="crayon forum-texte"><p>${words}</p></div></div></li>`
    show(
      `<html lang="fr"><body><ul class="forum">${item('Odile Brun', '11h29', 'Elle siffle.')}${item('Marc', '12h07', 'La mienne aussi.')}</ul></body></html>`,
      'https://kettle.example/tea/',
    )
    const [thread] = atOnce(adapter.read(document))
    expect(
      thread?.comments.map(({ comment }) => [comment.author.name, comment.time.local, comment.text]),
    ).toEqual([
      ['Odile Brun', '2024-06-22T11:29', 'Elle siffle.'],
      ['Marc', '2024-06-22T12:07', 'La mienne aussi.'],
    ])
  })
})
