import { browser } from '@/utils/browser'

/** What a message says of where it comes from; the browser fills it in. */
export type Sender = {
  id?: string | undefined
  url?: string | undefined
  tab?: { incognito?: boolean } | undefined
}

export const isOurs = ({ id }: Sender): boolean => id === browser.runtime.id

/** A page of the extension, not a script of ours in somebody's page, which that page may have taken over. */
export const isOurPage = (sender: Sender): boolean =>
  isOurs(sender) && sender.url?.startsWith(browser.runtime.getURL('/')) === true

/** A script of ours in a page of a private window. */
export const isPrivate = ({ tab }: Sender): boolean => tab?.incognito === true
