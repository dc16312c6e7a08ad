import { describe, expect, it } from 'vitest'
import { mayRead } from '@/utils/sites/common/may-read'
import { adapter, hint } from '@/utils/sites/shaped/text'
import { atOnce } from '@/utils/thread/in-slices'
import { fixtures } from './fixtures'
import { asPre, show } from './shown'

const url = 'https://archive.example/threads/a.txt'
const read = (text: string) => {
  show(asPre(text), url)
  return atOnce(adapter.read(document))
}
const letters = (text: string): string => [...text.replace(/\s/g, '')].sort().join('')
const words = (text: string): string[] => text.split(/\s+/).filter(Boolean).sort()

describe('the text adapter', () => {
  it.each(fixtures().filter(({ name }) => name.startsWith('text--')))(
    'keeps every letter of $name once',
    ({ source }) => {
      const [thread] = read(source)
      expect(letters(thread!.mount!.with.textContent)).toBe(letters(source))
    },
  )

  it('keeps every word of an outline once', () => {
    const { source } = fixtures().find(({ name }) => name === 'text--outline')!
    expect(words(read(source)[0]!.mount!.with.textContent)).toEqual(words(source))
  })

  it('shows the text of a comment to the letter, and as text', () => {
    const source =
      '2 comments:\n\n  1. <b>Bold</b> &amp;\n\n      two  spaces\n\n    ReplyDelete\n  2. Next.\n\n    ReplyDelete\n'
    const { comment, parts } = read(source)[0]!.comments[0]!
    expect(comment.text).toBe('<b>Bold</b> &amp;\n\n  two  spaces')
    expect(parts.body?.textContent).toBe(comment.text)
    expect([...(parts.body?.children ?? [])].map(({ localName }) => localName)).toEqual(['br', 'br'])
  })

  it('keeps the elements out of the document', () => {
    const [thread] = read('1 comment:\n\n  1. Indeed.\n\n    ReplyDelete\n')
    expect(thread?.mount?.with.isConnected).toBe(false)
    expect(thread?.mount?.replaces).toBe(document.querySelector('pre'))
    expect(thread?.root.contains(thread.comments[0]!.parts.element)).toBe(true)
  })

  it('gives equal comments ids of their own, and the same ones on every visit', () => {
    const source = '2 comments:\n\n  1. Well said.\n\n    ReplyDelete\n  2. Well said.\n\n    ReplyDelete\n'
    const ids = () => read(source)[0]?.comments.map(({ comment }) => comment.id)
    const [first, second] = ids()!
    expect(second).toBe(`${first}~2`)
    expect(ids()).toEqual([first, second])
  })

  it('begins no reply at a numbered line within a comment', () => {
    const source = '1 comment:\n\n  1. My list:\n    1. One\n    2. Two\n\n    ReplyDelete\n'
    expect(read(source)[0]?.comments.map(({ comment }) => comment.text)).toEqual(['My list:\n1. One\n2. Two'])
  })

  it('does not look at pages that are more than a text', () => {
    const pre = '<pre>1 comment:\n\n  1. Indeed.\n\n    ReplyDelete\n</pre>'
    show(`<html><body>${pre}<p>And more.</p></body></html>`, url)
    expect(mayRead(hint, document)).toBe(false)
    show(`<html><body><div></div>${pre}<script></script></body></html>`, url)
    expect(mayRead(hint, document)).toBe(true)
  })
})
