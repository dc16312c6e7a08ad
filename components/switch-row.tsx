type SwitchRowProps = {
  id: string
  title: string
  description?: string | undefined
  isOn: boolean
  onSwitch(on: boolean): void
}

export const SwitchRow = ({ id, title, description, isOn, onSwitch }: SwitchRowProps) => (
  <div class="switch-row">
    <label for={id}>
      <bdi>{title}</bdi>
    </label>
    {description && (
      <p class="facts" id={`${id}-description`}>
        {description}
      </p>
    )}
    <input
      type="checkbox"
      role="switch"
      id={id}
      checked={isOn}
      aria-checked={isOn}
      {...(description ? { 'aria-describedby': `${id}-description` } : {})}
      onChange={(event) => onSwitch(event.currentTarget.checked)}
    />
  </div>
)
