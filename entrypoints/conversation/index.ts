import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { createInference } from '@/utils/conversation/infer'
import { type Arranging, arranging } from '@/utils/thread/arranging'

/** What this script leaves in the world that it shares with the reader. */
export type ConversationWorld = typeof globalThis & {
  understoryConversation?: { createInference: typeof createInference; arranging: Arranging }
}

/** Reading the words of a thread weighs as much as enhancing it: it comes when a thread was found. */
export default defineUnlistedScript(() => {
  const world = globalThis as ConversationWorld
  world.understoryConversation = { createInference, arranging }
})
