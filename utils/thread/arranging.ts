import { arrange } from './arrange'
import { growArrangement } from './grow-arrangement'

/** How a thread is put in order: it comes with what reads the words, and has no room in the reader. */
export const arranging = { arrange, growArrangement }
export type Arranging = typeof arranging
