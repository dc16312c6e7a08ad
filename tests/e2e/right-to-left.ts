import { bloggerPage } from '../demo/blogger-page.ts'
import type { DemoPost } from '../demo/demo-post.ts'

const noa = { name: 'נעה לביא', profile: 'https://www.blogger.com/profile/03310947215586024471' }

/** A post whose writers write from right to left, with answers that the platform flattened. */
export const rightToLeft: DemoPost = {
  title: 'המגדלור נסגר',
  url: 'https://the-slipway.blogspot.com/2026/05/hamigdalor.html',
  month: '2026-05',
  at: '4 08:00',
  labels: [],
  html: '<p>העירייה החליטה לסגור את המגדלור בסוף החודש, ואיש לא שאל את הדייגים.</p>',
  comments: [
    {
      at: '4 09:10',
      text: 'עבדתי שם שש שנים, והאור לא כבה אפילו לילה אחד.',
      replies: [
        { at: '4 09:42', author: noa, text: 'ומי ישלם על הסולר?' },
        { at: '4 10:05', text: '@09:42 הסולר עולה פחות מהשלט החדש.' },
        { at: '4 10:31', text: '@10:05 ראיתי את החשבון, וזה נכון.' },
        { at: '4 11:20', author: noa, text: '@10:31 אז שיפרסמו אותו.' },
      ],
    },
    { at: '4 12:15', text: 'אני גרה מול המים ורואה את האור מהחלון.' },
    { at: '4 13:40', author: noa, text: '@12:15 גם אנחנו, והילדים נרדמים איתו.' },
  ],
}

/** The same markup as of any other post, on a page that says its direction. */
export const rightToLeftPage = (): string =>
  bloggerPage(rightToLeft, [rightToLeft])
    .replace(/<html[^>]*>/, '<html dir="rtl" lang="he">')
    .replace(
      '</head>',
      `<style>
.comments .avatar-image-container { float: right; }
.comments .comment-block { margin: 0 48px 0 0; }
.comments .inline-thread { margin: 8px 48px 0 0; }
.comments .datetime { margin: 0 8px 0 0; }
</style></head>`,
    )
