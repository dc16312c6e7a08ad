import type { RefObject } from 'preact'

export type SearchBoxProps = {
  query: string
  inputRef: RefObject<HTMLInputElement | null>
  onQuery(query: string): void
  /** The focus goes down into the list. */
  onList(): void
}

/** The field that looks through the clips; Escape empties it, Down goes to the first clip. */
export const SearchBox = ({ query, inputRef, onQuery, onList }: SearchBoxProps) => {
  const onKeyDown = (event: KeyboardEvent) => {
    // While a word is being composed, Escape and the arrows choose among the input method's proposals.
    if (event.isComposing) return
    if (event.key === 'ArrowDown') {
      event.preventDefault()
      onList()
    }
    // An empty field lets Escape close the popup, as everywhere.
    if (event.key === 'Escape' && query !== '') {
      event.preventDefault()
      onQuery('')
    }
  }
  return (
    <search class="search">
      <input
        type="search"
        aria-label="Search clips"
        placeholder="Search clips"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        ref={inputRef}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </search>
  )
}
