import type { Enhancement } from './enhancement'

const modules = import.meta.glob<Enhancement>('../*.ts', { eager: true, import: 'enhancement' })

export const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1, -'.ts'.length)

/** All enhancements, in the order of their file names. Dropping a file into `utils/enhancements/` registers it. */
export const enhancements: readonly (Enhancement & { id: string })[] = Object.entries(modules).map(
  ([path, enhancement]) => ({ ...enhancement, id: idOf(path) }),
)
