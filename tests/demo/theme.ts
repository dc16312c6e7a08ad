/** The colours of the demo blog: one of the platform's plain old themes, and the same by night. */
const palettes = {
  light: {
    paper: '#fff',
    page: '#eef1ee',
    ink: '#2b2b2b',
    dim: '#696969',
    link: '#24648c',
    rule: '#dcdcdc',
    title: '#24485c',
  },
  dark: {
    paper: '#1d2226',
    page: '#14181b',
    ink: '#d5d8d6',
    dim: '#8f9794',
    link: '#8bbfe0',
    rule: '#353c41',
    title: '#c9dbe4',
  },
}

export type DemoTheme = keyof typeof palettes

export const themeCss = (theme: DemoTheme) => {
  const { paper, page, ink, dim, link, rule, title } = palettes[theme]
  return `
body { margin: 0; background: ${page}; color: ${ink}; font: 16px/1.55 Georgia, 'Times New Roman', serif; }
a { color: ${link}; text-decoration: none; } a:hover { text-decoration: underline; }
.content-outer { max-width: 1040px; margin: 0 auto; background: ${paper}; padding: 0 36px 40px; }
.header-outer { padding: 34px 0 20px; border-bottom: 1px solid ${rule}; }
.header-outer h1 { margin: 0; font-size: 40px; font-weight: normal; letter-spacing: -.5px; }
.header-outer h1 a { color: ${title}; }
.header-outer .description { margin: 4px 0 0; color: ${dim}; font-style: italic; }
.main-outer { display: flex; gap: 48px; padding-top: 24px; }
.column-center-outer { flex: 1 1 auto; min-width: 0; } .column-right-outer { flex: 0 0 232px; }
.date-header { margin: 0 0 10px; font-size: 13px; font-weight: normal; color: ${dim}; }
.post-title { margin: 0 0 10px; font-size: 27px; font-weight: normal; line-height: 1.25; color: ${title}; }
.post-footer { margin: 18px 0; padding: 8px 0; border-block: 1px solid ${rule}; font-size: 13px; color: ${dim}; }
.post-footer-line > * { margin-right: 14px; }
.comments h4 { margin: 28px 0 12px; font-size: 19px; font-weight: normal; color: ${title}; }
.comments ol { list-style: none; margin: 0; padding: 0; }
.comments .comments-content .comment { margin: 0 0 16px; padding: 8px 0 0; list-style: none; }
.comments .inline-thread { margin: 8px 0 0 48px; }
.comments .avatar-image-container { float: left; width: 36px; height: 36px; overflow: hidden; background: radial-gradient(circle at 50% 38%, ${dim} 6.5px, transparent 7px), radial-gradient(circle at 50% 108%, ${dim} 15px, transparent 15.5px), ${rule}; }
.comments .comment-block { margin-left: 48px; }
.comments .comment-header .user { font-style: normal; font-weight: bold; }
.comments .icon.blog-author { display: inline-block; width: 10px; height: 10px; margin-left: 6px; background: ${link}; transform: rotate(45deg) scale(.8); }
.comments .datetime { margin-left: 8px; font-size: 13px; } .comments .datetime a { color: ${dim}; }
.comments .comment-content { margin: 4px 0 6px; overflow-wrap: break-word; }
.comments .deleted-comment { color: ${dim}; font-style: italic; }
.comments .comment-actions a, .comments .continue a { display: inline-block; margin-right: 10px; font-size: 13px; cursor: pointer; }
.comments .thread-toggle { display: inline-block; cursor: pointer; font-size: 13px; color: ${dim}; }
.comments .thread-arrow::before { content: '\\25BE'; margin-right: 5px; }
.comments .thread-toggle.thread-collapsed .thread-arrow::before { content: '\\25B8'; }
.comments .thread-chrome.thread-collapsed, .comments .hidden, .item-control { display: none; }
.comments #comment-editor { width: 100%; height: 140px; border: 1px solid ${rule}; }
.sidebar { font-size: 14px; } .sidebar .widget { margin-bottom: 28px; }
.sidebar h2 { margin: 0 0 8px; font-size: 15px; font-weight: normal; color: ${title}; border-bottom: 1px solid ${rule}; }
.sidebar ul { list-style: none; margin: 0; padding: 0; } .sidebar li { padding: 3px 0; }
.sidebar .item-author { color: ${dim}; }
.footer-outer { padding-top: 26px; font-size: 13px; color: ${dim}; }
@media (max-width: 760px) { .content-outer { padding: 0 16px; } .main-outer { display: block; } .comments .inline-thread { margin-left: 16px; } }
`
}
