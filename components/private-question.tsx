import { useEffect, useRef } from 'preact/hooks'
import { type PrivateChoice, privateAnswers, privateQuestion } from '@/utils/messages/private-clips'

/** Asked once, before the first clip of a private window. */
export const PrivateQuestion = ({ onChoose }: { onChoose(choice: PrivateChoice): void }) => {
  const question = useRef<HTMLFieldSetElement>(null)
  useEffect(() => question.current?.focus(), [])
  return (
    <fieldset class="question" tabIndex={-1} ref={question}>
      <legend>{privateQuestion}</legend>
      <p class="buttons">
        {privateAnswers.map(({ choice, words }) => (
          <button key={choice} type="button" onClick={() => onChoose(choice)}>
            {words}
          </button>
        ))}
      </p>
    </fieldset>
  )
}
