import type { Harness } from './harness/harness.ts'

/** A post of a Ghost blog: its script makes a frame, and fills it when the reader comes near. */
export const ghostPost = 'https://lamp.example/wick/'
/** Another one, without comments. */
export const otherPost = 'https://lamp.example/oil/'
export const ghostAdvert = 'https://ads.example/lamp/'

/** What the blog's script does in the page; it uses nothing from outside. */
const blogScript = () => {
  type Said = { id: string; name: string; words: string; day: number; answers?: string; replies?: Said[] }
  const pages: Said[][] = [
    [
      {
        ...{ id: 'a1', name: 'Pell', words: 'Trim it daily.', day: 3 },
        replies: [
          { id: 'a2', name: 'Marta', words: 'Weekly will do.', day: 4 },
          { id: 'a3', name: 'Odile', words: 'It does not burn then.', day: 5, answers: 'a2' },
          { id: 'a4', name: 'Bruno', words: 'Mine burns.', day: 6 },
          { id: 'a5', name: 'Marta', words: 'You see!', day: 7, answers: 'a4' },
        ],
      },
      { id: 'b1', name: 'Odile', words: 'What a good post.', day: 2 },
    ],
    [{ id: 'c1', name: 'Hanne', words: '“Most wicks are made of cotton”: mine is.', day: 1 }],
  ]
  const shownReplies = 3

  const root = document.createElement('div')
  root.id = 'ghost-comments-root'
  document.currentScript!.before(root)
  const frame = document.createElement('iframe')
  frame.srcdoc = '<!DOCTYPE html>'
  frame.title = 'comments-frame'
  frame.style.cssText = 'width: 100%; height: 400px; border: 0'
  root.append(frame)

  const permalink = (id: string) => `${location.href.replace(/#.*/, '')}#ghost-comments-${id}`
  const make = (html: string) => {
    const holder = frame.contentDocument!.createElement('div')
    holder.insertAdjacentHTML('afterbegin', html)
    return holder.firstElementChild as HTMLElement
  }
  const button = (words: string, testId: string, press: () => void) => {
    const made = make(`<button type="button" data-testid="${testId}">${words}</button>`)
    made.addEventListener('click', press)
    return made
  }

  const comment = ({ id, name, words, day, answers, replies = [] }: Said, all: Said[]): HTMLElement => {
    const answered = all.find((other) => other.id === answers)
    const line = answered
      ? `<div class="mb-2"><span>Replied to</span>:&nbsp;<a data-testid="comment-in-reply-to" href="${permalink(answered.id)}" target="_parent">${answered.words}</a></div>`
      : ''
    const made = make(
      `<div class="flex w-full flex-row" data-member-uuid="m-${name}" data-testid="comment-component"><div class="mr-2 flex"><figure data-testid="avatar"><p>${name[0]}</p></figure></div><div class="grow"><div id="${id}"><div class="mt-0.5 flex"><h4>${name}</h4><div><span><a href="${permalink(id)}" target="_parent" title="0${day} Sep 2023 10:15"><span>·</span>2 years ago</a></span></div></div>${line}<div class="mt mb-2 flex flex-row"><div class="gh-comment-content" data-testid="comment-content"><p>${words}</p></div></div><div class="flex items-center"><button type="button">Reply</button></div></div></div></div>`,
    )
    if (replies.length === 0) return made
    const around = make('<div class="-ml-2 mb-4 mt-7"><div></div></div>')
    const list = around.firstElementChild!
    const show = (some: Said[]) => list.append(...some.map((reply) => comment(reply, replies)))
    show(replies.slice(0, shownReplies))
    const rest = replies.slice(shownReplies)
    if (rest.length > 0) {
      const more = make('<div data-testid="replies-pagination"></div>')
      more.append(
        button(`Show ${rest.length} more`, 'reply-pagination-button', () => {
          more.remove()
          show(rest)
        }),
      )
      list.append(more)
    }
    made.lastElementChild!.append(around)
    return made
  }

  const render = () => {
    const { body } = frame.contentDocument!
    const section = make(
      '<section class="ghost-display"><div><h2 data-testid="title">Member discussion</h2></div><div class="z-10" data-testid="comment-elements"></div></section>',
    )
    const list = section.lastElementChild!
    const show = (page: Said[]) => {
      for (const said of page) {
        const item = make('<div data-testid="animated-comment"></div>')
        item.append(comment(said, page))
        list.append(item)
      }
    }
    show(pages[0]!)
    const more = button('Load more (1)', 'pagination-component', () => {
      more.remove()
      show(pages[1]!)
    })
    section.append(more)
    section.prepend(
      button('Newest', 'comments-sorting-form', () => {
        // What is there moves, what is new is put in.
        more.remove()
        const [a, b] = [...list.children] as [Element, Element]
        list.insertBefore(b, a)
        show(pages[1]!)
        list.insertBefore(list.lastElementChild!, b)
      }),
    )
    body.replaceChildren(section)
    // For the blog's staff, and empty for all others.
    const staff = document.createElement('iframe')
    staff.dataset.frame = 'admin-auth'
    staff.src = new URL('/ghost/auth-frame/', location.href).href
    staff.hidden = true
    root.append(staff)
  }

  frame.addEventListener('load', () => {
    const { body } = frame.contentDocument!
    body.style.margin = '0'
    body.append(make('<section class="ghost-display"><p>Loading…</p></section>'))
    new ResizeObserver(() => {
      requestAnimationFrame(() => {
        frame.style.height = `${body.scrollHeight}px`
      })
    }).observe(body)
    const near = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      near.disconnect()
      // As long as the blog's server takes.
      setTimeout(render, 300)
    })
    near.observe(frame)
  })
}

const page = (title: string, more: string) => `<!DOCTYPE html><html lang="en"><head>
<title>${title} – The Lamp</title><meta property="og:site_name" content="The Lamp">
<meta property="og:title" content="${title}"></head>
<body><article><h1>${title}</h1><p style="height: 3000px">Most wicks are made of cotton.</p></article>${more}</body></html>`

export const serveGhostPosts = ({ serve }: Pick<Harness<unknown>, 'serve'>): void => {
  serve(
    ghostPost,
    page(
      'Which wick?',
      `<iframe src="${ghostAdvert}" title="Advert"></iframe><script>(${blogScript})()</script>`,
    ),
  )
  serve(otherPost, page('Which oil?', ''))
  serve(ghostAdvert, '<!DOCTYPE html><title>Advert</title>')
}

/** Depth, name and parent of each comment: at first, with all replies, and with the second page. */
export const ghostComments: [number, string, string | null][] = [
  [0, 'Pell', null],
  [1, 'Marta', 'a1'],
  [1, 'Odile', 'a1'],
  [1, 'Bruno', 'a1'],
  [0, 'Odile', null],
]
export const withMoreReplies = ghostComments.toSpliced(4, 0, [1, 'Marta', 'a1'])
export const withMoreComments: typeof ghostComments = [...withMoreReplies, [0, 'Hanne', null]]

/** The same as a conversation: who answers whom is what the blog says of it. */
export const asConversation: typeof ghostComments = [
  [0, 'Pell', null],
  [1, 'Marta', 'a1'],
  [2, 'Odile', 'a2'],
  [1, 'Bruno', 'a1'],
  [2, 'Marta', 'a4'],
  [0, 'Odile', null],
  [0, 'Hanne', null],
]
