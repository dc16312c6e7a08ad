/** A page as a server would send it. */
export type ServedPage = { body: string; type: string }

const withoutHash = (url: string) => url.replace(/#.*$/, '')

/**
 * The pages that a browser under test can reach, and what it asked for. A URL that was served without a query
 * answers for every query, as Blogger does with `?showComment=…`.
 */
export const servedPages = () => {
  const pages = new Map<string, ServedPage>()
  const requests: string[] = []
  return {
    /** Every http(s) URL asked for so far, without hash, served or not. */
    requests,
    serve(url: string, body: string, type = 'text/html; charset=utf-8') {
      pages.set(withoutHash(url), { body, type })
    },
    answer(url: string): ServedPage | undefined {
      const asked = withoutHash(url)
      requests.push(asked)
      return pages.get(asked) ?? pages.get(asked.replace(/\?.*$/, ''))
    },
  }
}
