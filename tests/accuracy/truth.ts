import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const shared = path.resolve(import.meta.dirname, '../../../shared')

/** What one document holds, as it was counted by others. */
export type TrueDocument = {
  file: string
  /** The shape or platform, e.g. "blogger-threaded"; "negative" where there is no thread. */
  kind: string
  url: string
  contentType: string
  source: string
  comments: TrueComment[]
}

export type TrueComment = {
  depth: number
  author: string | null
  /** As shown; null where the truth does not say. */
  time: string | null
  instant: string | null
  startsWith: string
  endsWith: string | null
}

type SeedTruth = Record<
  string,
  { shape: string; comments: { depth: number; startsWith: string; endsWith: string }[] }
>
type PageEntry = { file: string; kind: string; url: string | null; comments: number }
type PageTruth = { depth: number; author: string | null; time: string | null; bodyStartsWith: string }[]

const json = <T>(...names: string[]): T => JSON.parse(readFileSync(path.join(shared, ...names), 'utf8')) as T

export const hasTruth = (): boolean =>
  existsSync(path.join(shared, 'seeds/truth.json')) && existsSync(path.join(shared, 'pages/index.json'))

export const trueSeeds = (): TrueDocument[] =>
  Object.entries(json<SeedTruth>('seeds', 'truth.json')).map(([file, { shape, comments }]) => ({
    file,
    kind: `text-${shape}`,
    url: `https://archive.blogspot.com/${file}`,
    contentType: 'text/plain; charset=utf-8',
    source: readFileSync(path.join(shared, 'seeds', file), 'utf8'),
    comments: comments.map((comment) => ({ ...comment, author: null, time: null, instant: null })),
  }))

/** "6. Juni 2015 um 10:23 [showComment=1433578985419]": what is shown, and the instant that the link holds. */
const timeParts = (time: string | null): { time: string | null; instant: string | null } => {
  const parts = /^(.*?)\s*\[showComment=(\d+)\]$/s.exec(time ?? '')
  return parts
    ? { time: parts[1] as string, instant: new Date(Number(parts[2])).toISOString() }
    : { time, instant: null }
}

export const truePages = (): TrueDocument[] =>
  json<PageEntry[]>('pages', 'index.json').map(({ file, kind, url, comments }) => ({
    file,
    kind,
    url: (url && /^https?:/.test(url) ? url : `https://blog.example/${file}`).replace(/#.*$/, ''),
    contentType: 'text/html; charset=utf-8',
    source: readFileSync(path.join(shared, 'pages', file), 'utf8'),
    comments:
      comments === 0
        ? []
        : json<PageTruth>('pages', file.replace('.html', '.truth.json')).map(
            ({ depth, author, time, bodyStartsWith }) => ({
              depth,
              author,
              ...timeParts(time),
              startsWith: bodyStartsWith,
              endsWith: null,
            }),
          ),
  }))
