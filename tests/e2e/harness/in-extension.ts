/** What the functions below use of the browser's API; both browsers have it on the extension's own pages. */
type ExtensionApi = {
  tabs: { query(filter: object): Promise<{ id?: number }[]> }
  scripting: { getRegisteredContentScripts(): Promise<unknown[]> }
}

/**
 * A file of the extension without any script of ours: opened in a tab it has the extension's rights, and nothing
 * of what is under test happens in it.
 */
export const quietFile = 'icon/16.png'

/** Runs in a page of the extension: the tab that its window shows. */
export const shownTab = async () => {
  const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi }
  const [tab] = await (scope.browser ?? scope.chrome).tabs.query({ active: true })
  return tab?.id ?? -1
}

/** Runs in a page of the extension: waits until the background has registered the probe for granted hosts. */
export const probeIsRegistered = async (timeout: number) => {
  const scope = globalThis as unknown as { browser?: ExtensionApi; chrome: ExtensionApi }
  const { scripting } = scope.browser ?? scope.chrome
  const end = Date.now() + timeout
  while (Date.now() < end) {
    if ((await scripting.getRegisteredContentScripts()).length > 0) return true
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}
