/** How to start a browser under test. */
export type LaunchOptions = {
  /** Folder of the built extension; without it the one that the build command wrote. */
  extension?: string
  /** Grants every host, as the reader or a policy could: the extension is on everywhere. */
  grantEverything?: boolean
  /** A window to look at. */
  visible?: boolean
  /** The colour scheme that pages see; light unless told. */
  colorScheme?: 'light' | 'dark'
  /** A telephone: fingers instead of a pointer, a small window. Chromium only. */
  touch?: boolean
  /** Pages that are left stay as they are and come back so, as they do for readers. Chromium only; drivers turn it off. */
  backForwardCache?: boolean
  /** As if a screen reader were there: the browser then tells of what is out of sight, too. Chromium only. */
  screenReader?: boolean
}

/** A browser with the extension, alike for Chromium and Firefox; `Page` is the driver's own. */
export type Harness<Page> = {
  /** The extension's host, e.g. of chrome-extension://<id>/. */
  extensionId: string
  /** Every http(s) URL that pages asked for. */
  requests: string[]
  /** Puts a page under its real host name; nothing else of the network can be reached. */
  serve(url: string, body: string, type?: string): void
  /** Opens a page in a new tab, up to DOMContentLoaded; `waitForState` waits for the extension. */
  open(url: string): Promise<Page>
  /** The page whose address starts with these words, once it is there: for tabs that the extension opens. */
  pageAt(start: string): Promise<Page>
  /** Address of a file of the extension. */
  extensionUrl(file: string): string
  /** Opens a page of the extension, e.g. "library.html", in a new tab. */
  openExtensionPage(file: string): Promise<Page>
  /** Opens the popup as a tab, acting on the tab of `page`, or on none. */
  openPopup(page?: Page): Promise<Page>
  close(): Promise<void>
}
