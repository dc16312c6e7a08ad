/** What the tests use of the browser's API, on the extension's own pages. */
export type ExtensionScope = typeof globalThis & {
  chrome: {
    runtime: { reload(): void; sendMessage(message: object): Promise<unknown> }
    storage: { local: { get(key: string | null): Promise<Record<string, unknown>> } }
    tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> }
    scripting: {
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
    developerPrivate: { updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void> }
  }
}
