import type { About } from './enhancement'
import { enhancements, idOf } from './registry'

const modules = import.meta.glob<About>('../*.ts', { eager: true, import: 'about' })
const abouts = new Map(Object.entries(modules).map(([path, about]) => [idOf(path), about]))

/** What the options page offers to switch. */
export const enhancementList = enhancements
  .filter(({ essential }) => !essential)
  .map(({ id }) => ({ id, ...abouts.get(id)! }))
