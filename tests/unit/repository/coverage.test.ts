import { describe, expect, it } from 'vitest'
import { sources } from './sources'

const tests = Object.keys(import.meta.glob('/tests/unit/**/*.test.{ts,tsx}'))
const filesIn = (folder: string) =>
  Object.keys(sources).filter((path) => new RegExp(`^${folder}/[a-z-]+\\.ts$`).test(path))
const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.ts$/, '')

describe('the repository', () => {
  it.each(['utils/sites', 'utils/sites/unknown', 'utils/enhancements'])(
    'tests every file of %s',
    (folder) => {
      const untested = filesIn(folder).filter(
        (path) =>
          !tests.includes(
            `/tests/unit/${folder.replace('utils/', '').replace('/unknown', '')}/${nameOf(path)}.test.ts`,
          ),
      )
      expect(filesIn(folder).length).toBeGreaterThan(0)
      expect(untested).toEqual([])
    },
  )
})
