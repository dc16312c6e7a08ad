type SwitchProps = { words: string; isOn: boolean; onSwitch(on: boolean): void }

/** A switch that follows what the browser granted, not the click. */
const Switch = ({ words, isOn, onSwitch }: SwitchProps) => (
  <label class="switch">
    <span>{words}</span>
    <input
      type="checkbox"
      role="switch"
      checked={isOn}
      aria-checked={isOn}
      onClick={(event) => {
        event.preventDefault()
        onSwitch(!isOn)
      }}
    />
  </label>
)

type SiteSwitchesProps = {
  isSiteOn: boolean
  isEverySiteOn: boolean
  onSite(on: boolean): void
  onEverySite(on: boolean): void
}

/** Where Understory is on. Both have to be called straight from the click: the browser may have to ask. */
export const SiteSwitches = ({ isSiteOn, isEverySiteOn, onSite, onEverySite }: SiteSwitchesProps) => (
  <div class="switches">
    <Switch words="On for this site" isOn={isSiteOn} onSwitch={onSite} />
    <Switch words="On for every site" isOn={isEverySiteOn} onSwitch={onEverySite} />
  </div>
)
