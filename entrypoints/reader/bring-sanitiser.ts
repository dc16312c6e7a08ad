import { sendMessage } from '@/utils/messages/protocol'
import type { SanitiserWorld } from '../sanitiser'

/** The sanitiser in this page's world; it is brought by the first who needs it. */
export const bringSanitiser = async (): Promise<Required<SanitiserWorld>> => {
  const world = globalThis as SanitiserWorld
  if (!world.understorySanitise) await sendMessage('partInject', 'sanitiser')
  if (!world.understorySanitise) throw new Error('The sanitiser did not come')
  return world as Required<SanitiserWorld>
}
