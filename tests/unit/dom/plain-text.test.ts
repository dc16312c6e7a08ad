import { describe, expect, it } from 'vitest'
import { plainText } from '@/utils/dom/plain-text'

const textOf = (html: string, except?: string): string => {
  document.body.innerHTML = html
  return plainText(document.body, except)
}

describe('plainText', () => {
  it.each([
    ['one line', 'one line'],
    ['  white \n\t space  ', 'white space'],
    ['a<br>b<br><br>c<br>', 'a\nb\n\nc'],
    ['a <br> b', 'a\nb'],
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['<div>a</div><div>b</div>', 'a\nb'],
    ['<div>a<br></div>b', 'a\nb'],
    ['a <b>bold</b> <i>word</i>!', 'a bold word!'],
    ['a<b> b</b>', 'a b'],
    ['<ul><li>a</li><li>b</li></ul>c', 'a\nb\n\nc'],
    ['<pre>two  spaces\n  kept</pre>', 'two  spaces\n  kept'],
    ['a<script>b</script><style>c</style><!-- d -->', 'a'],
    ['no\u00a0break', 'no\u00a0break'],
    ['', ''],
    ['<br><br>', ''],
    ['<form><input name="nextSibling"><input name="firstChild">in</form> out', 'in\nout'],
  ])('of %j is %j', (html, text) => {
    expect(textOf(html)).toBe(text)
  })

  it('leaves out what it is told to', () => {
    expect(textOf('<p>a <span class="mark">not this</span></p><p class="x mark">nor this</p>', 'mark')).toBe(
      'a',
    )
  })

  it('reads deeper than a stack allows', () => {
    let inner: Element = document.createElement('div')
    document.body.replaceChildren(inner)
    for (let depth = 0; depth < 3000; depth += 1) {
      const next = document.createElement('b')
      inner.append(next, 'x')
      inner = next
    }
    expect(plainText(document.body)).toBe('x'.repeat(3000))
  })
})
