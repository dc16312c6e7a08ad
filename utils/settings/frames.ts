/**
 * Services that show a blog's thread in a frame of their own. Such a frame is a page of that service: it is read
 * where the reader allows the service's host, whatever blog it stands in.
 */
export type ThreadFrame = {
  name: string
  host: string
  /** What is permitted. */
  origin: string
  /** Where in it threads are, as a match pattern. */
  pattern: string
  /** Finds the frame in a page. */
  selector: string
}

const disqus: ThreadFrame = {
  name: 'Disqus',
  host: 'disqus.com',
  origin: '*://disqus.com/*',
  pattern: '*://disqus.com/embed/comments/*',
  selector: 'iframe[src*="//disqus.com/embed/comments/"]',
}

export const threadFrames: readonly ThreadFrame[] = [disqus]

/**
 * Ghost's comments: the blog's own script makes a frame without an address and fills it. It is of the blog's site, so
 * whether that is on counts for it, too. A second frame there, with an address, is for the blog's staff.
 * @see https://github.com/TryGhost/Ghost/tree/main/apps/comments-ui
 */
export const ownFrame = {
  name: 'Ghost',
  /** Finds the frame in its page. */
  selector: '#ghost-comments-root > iframe:not([src])',
  /** Finds a comment in the frame, which stays empty until the reader comes near. */
  holds: '[data-testid="comment-component"]',
} as const

/** The service whose thread stands at an address; undefined for all other addresses. */
export const threadFrameAt = (url: string): ThreadFrame | undefined =>
  threadFrames.find(({ host }) => {
    if (!URL.canParse(url)) return false
    const { protocol, hostname, pathname } = new URL(url)
    return /^https?:$/.test(protocol) && hostname === host && pathname.startsWith('/embed/comments/')
  })
