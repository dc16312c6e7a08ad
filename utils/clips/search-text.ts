import type { ClipAuthor, NewClip } from '@/utils/messages/clip'
import type { ClipBody } from './database'

/** Letters that people type as others, and that Unicode does not take apart. */
const alike: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ı: 'i',
  ς: 'σ',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
}

/** Accents over Latin, Greek and Cyrillic, Hebrew points, Arabic vowels: signs that a searcher leaves out. */
const signs = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g

/** Text as it is searched: without case and accents. */
export const fold = (text: string): string => {
  // Most texts are plain ASCII, and for those the rest is wasted time.
  if (!/[\u0080-\uffff]/.test(text)) return text.toLowerCase()
  return (
    text
      .normalize('NFKD')
      // After taking apart, which makes capitals of its own: "™" is "TM".
      .toLowerCase()
      .replace(signs, '')
      .replace(/[ßæœøđðłıς‘’“”–—]/g, (letter) => alike[letter] ?? letter)
  )
}

/** The words of a query; a clip is found when it has them all, whole or as parts of longer words. */
export const queryWords = (query: string): string[] => [
  ...new Set(
    fold(query)
      .split(/\s+/u)
      .filter((word) => word !== ''),
  ),
]

const names = ({ name, claimedName }: ClipAuthor): string[] =>
  claimedName === undefined ? [name] : [name, claimedName]

/** Everything that a clip can be found by, folded. */
export const searchText = (clip: NewClip & Pick<ClipBody, 'tags' | 'note'>): string =>
  fold(
    [
      ...names(clip.author),
      clip.source.pageTitle,
      clip.source.siteName,
      clip.text,
      clip.note,
      ...clip.tags,
      ...[...clip.context, ...(clip.comments ?? [])].flatMap(({ author, text }) => [...names(author), text]),
    ].join('\n'),
  )
