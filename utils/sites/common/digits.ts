/** Code points of the zeros of the scripts whose digits Blogger writes; nine more follow each. */
const zeros = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20,
  0x1040, 0x17e0, 0xff10,
]

/** The text with the digits of every script as 0 to 9, and without marks of writing direction. */
export const withAsciiDigits = (text: string): string => {
  if (!/[^ -~]/.test(text)) return text
  return text.replace(/[\u200e\u200f\u061c\u202a-\u202e]/g, '').replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) as number
    const zero = zeros.find((first) => code >= first && code < first + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

/** A number with or without separators of thousands, as "1,204", "1.204", "1 204" or "1'204". */
const numbers = /\d{1,3}(?:[.,’'\u00a0\u202f\u066c]\d{3})+(?!\d)|\d+/g

/** The numbers in a text, in any script. */
export const numbersIn = (text: string): number[] =>
  (withAsciiDigits(text).match(numbers) ?? []).map((found) => Number(found.replace(/\D/g, '')))

/** The number in a heading such as "25 comments:"; null where there is none, or more than one. */
export const onlyNumberIn = (text: string): number | null => {
  const [value, ...others] = numbersIn(text)
  return others.length === 0 && Number.isSafeInteger(value) ? (value as number) : null
}
