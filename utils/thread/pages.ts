/** A page of a thread that goes on over several; `label` is the platform's own word for it, or its number. */
export type PageLink = { label: string; url: string; isCurrent: boolean }

/** The pages of a thread, as far as this one leads to them. */
export type ThreadPages = {
  /** From the first to the last as the platform counts them; absolute http(s) URLs. */
  links: PageLink[]
  /** The place that this page's first comment has in the whole thread, from 1; left out where it is not certain. */
  first?: number
  /** How many pages there are; left out where there may be more than this one leads to. */
  count?: number
  /** How many comments all pages hold together, as the page says; null where it does not. */
  total: number | null
}
