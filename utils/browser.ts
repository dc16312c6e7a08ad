import { browser as api } from 'wxt/browser'

/** The one door to the browser's extension API. */
export const browser = api
