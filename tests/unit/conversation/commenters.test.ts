import { describe, expect, it } from 'vitest'
import { commenterOf } from '@/utils/conversation/commenters'
import { comment, named } from '../thread/sample'

const keyOf = (author: Parameters<typeof comment>[1]) => commenterOf(comment('c', author))?.key

describe('a commenter', () => {
  it('with an account is known by its address, whatever name it shows', () => {
    const profile = 'https://www.blogger.com/profile/01'
    expect(keyOf({ author: named('Ana', profile) })).toBe(keyOf({ author: named('Ana Maria', profile) }))
  })

  it('with a name alone is known by that name, however it is typed', () => {
    expect(keyOf({ author: named('Orla  M.') })).toBe(keyOf({ author: named('orla m.') }))
  })

  it('with a name alone is not the one with an account of the same name', () => {
    expect(keyOf({ author: named('Ana') })).not.toBe(
      keyOf({ author: named('Ana', 'https://example.org/ana') }),
    )
  })

  it('is nobody we can tell apart when anonymous or unnamed', () => {
    expect(commenterOf(comment('c'))).toBeNull()
    expect(commenterOf(comment('c', { author: { ...named(''), name: null } }))).toBeNull()
  })
})
