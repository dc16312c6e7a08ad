import { it } from 'vitest'
import { chromium } from 'playwright-core'
import { bigPage } from '../bench/big-page'
it('micro', async () => {
  const url = 'https://name.blogspot.com/2020/10/t.html'
  const html = bigPage(10000, url).replace('<head>', '<head><style>.comment{content-visibility:auto}</style>')
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] })
  const A = `let t=0;const keep=[];const lis=document.querySelectorAll('#comment-holder li.comment');`
  const flat = `let out='';for(let n=b.firstChild;n;n=n.nextSibling){if(n.nodeType===3)out+=n.data;else if(n.nodeName==='BR')out+='\\n'}keep.push(out);`
  const flat2 = `keep.push(b.textContent);`
  const flat3 = `keep.push(b.getHTML());`
  const flat4 = `let out='';const w=document.createTreeWalker(b,5);for(let n=w.nextNode();n;n=w.nextNode()){out+=n.nodeType===3?n.data:'\\n'}keep.push(out);`
  const flat5 = `let out='';for(const n of b.childNodes){if(n.nodeType===3)out+=n.data;else if(n.nodeName==='BR')out+='\\n'}keep.push(out);`
  const variants: Record<string, string> = {
    qsa: A,
    ids: `${A}for(const li of lis){keep.push(li.id)}`,
    header: `${A}for(const li of lis){const h=li.querySelector('.comment-header');keep.push(h)}`,
    headerBody: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;keep.push(h,b)}`,
    walkHB: `${A}for(const li of lis){const h=li.firstElementChild.nextElementSibling.firstElementChild;const b=h.nextElementSibling;keep.push(h,b)}`,
    own: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;keep.push(h,b,h.closest('li.comment')===li)}`,
    cls: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;keep.push(h,b,b.className==='x')}`,
    cite: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;keep.push(h,b,h.querySelector('cite').textContent)}`,
    badge: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;keep.push(h,b,h.querySelector('.blog-author'))}`,
    link: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;const l=h.querySelector('.datetime a');keep.push(h,b,l.getAttribute('href'),l.textContent)}`,
    linkLast: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;const l=h.lastElementChild.firstElementChild;keep.push(h,b,l.getAttribute('href'),l.textContent)}`,
    flat: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;${flat}}`,
    textContent: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;${flat2}}`,
    getHTML: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;${flat3}}`,
    treewalker: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;${flat4}}`,
    childNodes: `${A}for(const li of lis){const h=li.querySelector('.comment-header');const b=h.nextElementSibling;${flat5}}`,
  }
  const rows: any = {}
  for (const [name, code] of Object.entries(variants)) {
    rows[name] = []
    for (let k = 0; k < 3; k++) {
      const page = await browser.newPage()
      await page.route('**/*', (x) => x.request().isNavigationRequest() ? x.fulfill({ contentType: 'text/html; charset=utf-8', body: html }) : x.abort())
      await page.goto(url, { waitUntil: 'load' })
      await page.waitForTimeout(400)
      rows[name].push(await page.evaluate(`(()=>{const f=()=>{${code};return keep.length};const a=performance.now();f();const b=performance.now();f();const c=performance.now();f();const d=performance.now();return [b-a,c-b,d-c].map(x=>x.toFixed(1)).join('/')})()`))
      await page.close()
    }
  }
  console.table(rows)
  await browser.close()
})
