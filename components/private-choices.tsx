import type { ClipsInPrivate } from '@/utils/settings/settings'

const choices: readonly [ClipsInPrivate, string][] = [
  ['ask', 'Ask before the first one'],
  ['keep', 'Keep them, also after the window is closed'],
  ['never', 'Keep none'],
]

type PrivateChoicesProps = { chosen: ClipsInPrivate; onChoose(choice: ClipsInPrivate): void }

/** What becomes of clips from private windows. */
export const PrivateChoices = ({ chosen, onChoose }: PrivateChoicesProps) => (
  <section aria-labelledby="private">
    <h2 id="private">Private windows</h2>
    <p class="lead">
      Where the browser lets Understory into private windows, it remembers nothing of what is read there: no
      visit, no fold, no order. Clips are yours to decide.
    </p>
    <div class="choices" role="radiogroup" aria-label="Clips from private windows">
      {choices.map(([choice, words]) => (
        <label key={choice}>
          <input
            type="radio"
            name="clips-in-private"
            value={choice}
            checked={choice === chosen}
            onChange={() => onChoose(choice)}
          />
          {words}
        </label>
      ))}
    </div>
  </section>
)
