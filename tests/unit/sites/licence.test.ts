import { describe, expect, it } from 'vitest'
import { createPageScope } from '@/utils/sites/common/page-scope'
import { readPost } from '@/utils/sites/common/read-post'
import { show } from './shown'

const by = 'https://creativecommons.org/licenses/by/4.0/'

const licence = (head: string, body = ''): string | null => {
  show(
    `<html><head><title>Moss</title>${head}</head><body>${body}<ol id="hole"></ol></body></html>`,
    'https://damp.example/moss/',
  )
  return readPost(createPageScope(document, document.querySelector('#hole')!)).licence
}
const json = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`

describe('the licence of a page', () => {
  it.each([
    ['a link in its head', `<link rel="license" href="${by}">`, ''],
    ['a link in its text', '', `<p><a rel="nofollow license" href="${by}">CC BY</a></p>`],
    ['microdata', '', `<div itemscope><a itemprop="license" href="${by}">CC BY</a></div>`],
    ['microdata without words', `<meta itemprop="license" content="${by}">`, ''],
    ['RDFa', '', `<p><span property="cc:license" resource="${by}">CC BY</span></p>`],
    ['JSON-LD', json({ '@type': 'BlogPosting', license: by }), ''],
    [
      'an object in JSON-LD',
      json({ '@type': 'BlogPosting', license: { '@type': 'CreativeWork', url: by } }),
      '',
    ],
    ['a graph', json({ '@graph': [{ '@type': 'WebSite' }, { '@type': 'Article', license: [by] }] }), ''],
    [
      'the deed in its imprint',
      '',
      `<footer><a href="${by}">CC BY 4.0</a><a href="${by}"><img></a></footer>`,
    ],
  ])('is read from %s', (_, head, body) => {
    expect(licence(head, body)).toBe(by)
  })

  it.each([
    [
      'a picture',
      '',
      `<figure><img><figcaption><a rel="license" href="${by}">CC BY</a></figcaption></figure>`,
    ],
    ['a link to a deed in the text', '', `<article><p>As <a href="${by}">CC BY</a> says.</p></article>`],
    [
      'two deeds in one imprint',
      '',
      `<footer><a href="${by}">Text</a><a href="https://creativecommons.org/publicdomain/zero/1.0/">Code</a></footer>`,
    ],
    [
      'something of no use',
      `<link rel="license" href="javascript:x()">${json({ '@type': 'Article', license: {} })}`,
      '',
    ],
  ])('is not taken from %s', (_, head, body) => {
    expect(licence(head, body)).toBeNull()
  })
})
