import {
  type PrivateRefusal,
  privateAnswers,
  privateNever,
  privateQuestion,
} from '@/utils/messages/private-clips'
import { onMessage } from '@/utils/messages/protocol'
import { changeSettings, clipsInPrivate } from '@/utils/settings/settings'
import { isOurPage, isOurs, isPrivate, type Sender } from './senders'

/** A private window leaves no trace: nothing of it is kept before the reader has said so. */
export const refusedInPrivate = async (sender: Sender): Promise<PrivateRefusal | null> => {
  if (!isPrivate(sender)) return null
  const decided = await clipsInPrivate()
  if (decided === 'keep') return null
  const asks = decided === 'ask'
  return { error: 'private', message: asks ? privateQuestion : privateNever, asks }
}

/** Takes the reader's answer. Called once, when the background starts. */
export const registerPrivateClips = (): void => {
  onMessage('privateClips', async ({ data, sender }) => {
    if (!privateAnswers.some(({ choice }) => choice === data)) return
    // A script in a page, which that page may have taken over, cannot take an answer back.
    const mayAnswer =
      isOurPage(sender) || (isOurs(sender) && isPrivate(sender) && (await clipsInPrivate()) === 'ask')
    if (mayAnswer) await changeSettings((now) => ({ ...now, clipsInPrivate: data }))
  })
}
