/** What the tests use of the browser's API, on the extension's own pages. */
export type ExtensionScope = typeof globalThis & {
  chrome: {
    permissions: {
      getAll(): Promise<{ origins?: string[] }>
      request(wanted: { origins: string[] }): Promise<boolean>
    }
    extension: { isAllowedIncognitoAccess(): Promise<boolean> }
    windows: { create(window: { incognito: boolean; url: string }): Promise<unknown> }
    runtime: { reload(): void; sendMessage(message: object): Promise<unknown> }
    storage: { local: { get(key: string | null): Promise<Record<string, unknown>> } }
    tabs: { query(filter: object): Promise<{ id?: number; url?: string; incognito?: boolean }[]> }
    scripting: {
      getRegisteredContentScripts(): Promise<{ id: string; matches?: string[] }[]>
      executeScript<Argument, Answer>(injection: {
        target: { tabId: number }
        func: (argument: Argument) => Answer
        args: [Argument]
      }): Promise<{ result: Awaited<Answer> }[]>
    }
  }
}

/** What the browser's own page of extensions has. */
export type ExtensionsPage = {
  chrome: {
    developerPrivate: {
      updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>
      updateExtensionConfiguration(change: {
        extensionId: string
        incognitoAccess?: boolean
        hostAccess?: 'ON_SPECIFIC_SITES'
      }): Promise<void>
      addHostPermission(extensionId: string, host: string): Promise<void>
      removeHostPermission(extensionId: string, host: string): Promise<void>
    }
  }
}
