import { expect, it } from 'vitest'
import { embeddingPost } from '@/utils/sites/common/embedding-page'

const at = (query: string) =>
  embeddingPost({ URL: `https://disqus.com/embed/comments/?base=default&f=kettle${query}` } as Document)

it.each([
  [
    '&t_u=https%3A%2F%2Fkettle.example%2F%3Fp%3D12%23disqus_thread&t_d=Tea%20%7C%20Kettle&t_t=Tea',
    { url: 'https://kettle.example/?p=12', title: 'Tea', siteName: 'kettle.example' },
  ],
  [
    '&t_u=http%3A%2F%2Fkettle.example%2Ftea%2F',
    { url: 'http://kettle.example/tea/', siteName: 'kettle.example' },
  ],
  ['&t_u=javascript%3Aalert(1)&t_t=Tea', {}],
  ['&t_u=%2Ftea%2F', {}],
  ['', {}],
])('a frame with %s is of the post %o', (query, post) => {
  expect(at(query)).toEqual(post)
})
