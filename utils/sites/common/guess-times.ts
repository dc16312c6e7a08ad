import {
  attribute,
  classOf,
  closest,
  findAll,
  firstNode,
  nameOf,
  nextNode,
  parentNode,
} from '@/utils/dom/unclobbered'

/** What makers of blogs call comments, in the languages they name their classes in. */
export const commentWord =
  /comm?ent(?!ar(?:y|ies)(?![a-z]))|comentá|kommentar|kommentti|komment|komentar|repl(?:y|ies)(?![a-z])|reacti(?:e|es|on|ons)(?![a-z])|respuesta|antwort|yorum|réponse|reponses?(?![a-z])/i

/** The same for a look-up in the probe: most classes hold neither word, which "ment" says at once of both. */
export const commentPlaces = '[class*="ment"]:is([class*="omment"], [class*="oment"]), [id*="omment"]'

/** Where comments of other posts are listed, or none at all. */
export const elsewhere =
  'aside, [class~="review"]:not(body):not(article), [id="reviews"], [id^="product-comment"], nav, form, template, [itemtype$="/Review"], noscript, [hidden], [role="complementary"], [class~="sidebar"], [id="sidebar"], [class*="recent" i]:not(body), [class*="latest" i]:not(body), [class*="related" i]:not(body)'

const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'FORM',
  'TEXTAREA',
  'SELECT',
  'BUTTON',
  'BLOCKQUOTE',
  'NAV',
  'ASIDE',
  'IFRAME',
  'OBJECT',
  'svg',
])

/** Whether an element and what is in it are no words of a comment. */
export const isSkipped = (element: Element): boolean =>
  skipped.has(nameOf(element)) ||
  attribute(element, 'hidden') !== null ||
  attribute(element, 'itemtype')?.endsWith('/Review') === true

/** Beginnings of the names of months, but for words of other meanings that begin alike. */
const month = String.raw`(?<!\p{L})(?!out(?:side|put|er|line|let|rage|door)|mar(?:k|g|ath|vel|ri)|may(?:be|or)|set(?:s|up|t(?!em))|des(?:ig|k|cr|p)|dec(?:i|l|o|a)|separ|jun(?:k|ior)|nov(?:el|ice)|mag(?:i|az|n)|gen(?:er|tl|re|iu)|energ|list(?!op))(?:jan|feb|fév|fev|mar|mär|mrt|apr|avr|abr|mai|may|mei|maj|mag|maio|jun|juin|giu|jul|juil|lug|aug|août|aou|ago|sep|set|oct|okt|out|ott|nov|dec|déc|dez|des|dic|gen|ene|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru|янв|фев|мар|апр|мая|май|июн|июл|авг|сен|окт|ноя|дек|ינואר|פבר|מרץ|אפר|מאי|יוני|יולי|אוג|ספט|אוק|נוב|דצמ|يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر)\p{L}*`
/** The number of a day stands right beside the month. */
const dayAndMonth = new RegExp(
  String.raw`(?<!\p{Nd})\p{Nd}{1,2}(?:st|nd|rd|th|er)?[.,،º°]?\s*(?:(?:of|de|di)\s|d['’])?\s*${month}|${month}(?:[.,،]\s*|\s+)(?:the\s)?\p{Nd}{1,2}(?!\p{Nd})`,
  'iu',
)
const numeric =
  /(?<!\d)(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{1,2}[-./]\d{1,2}[-./](?:\d{4}|\d{2}))(?!\d)|\d{1,2}\s*[月월]/
const ago =
  /\d+\s*\p{L}+\.?\s+(?:ago|geleden|fa|atrás|temu|назад|lalu|önce|sedan|siden|sitten)(?!\p{L})|(?:^|\s)(?:vor|il y a|hace|há)\s+(?:\d+|ein)|\d+\s*(?:前|전)/iu

/** Whether a short text says when. */
export const saysWhen = (text: string): boolean => {
  if (!/[\d\u0660-\u0669]/.test(text) || text.length > 120) return false
  return numeric.test(text) || ago.test(text) || dayAndMonth.test(text)
}

/** Elements that show a time, in places that are named after comments, in document order. */
export function* findTimes(document: Document): Generator<void, HTMLElement[]> {
  const times: HTMLElement[] = []
  let region: Element | null = null
  let seen = 0
  for (const place of findAll(document, commentPlaces)) {
    if (region && Node.prototype.contains.call(region, place)) continue
    if (/^(?:HTML|BODY|A|INPUT|LABEL|FORM)$/.test(nameOf(place))) continue
    if (!commentWord.test(`${classOf(place)} ${attribute(place, 'id') ?? ''}`)) continue
    if (closest(place, elsewhere)) continue
    region = place
    let node: Node | null = place
    while (node) {
      seen += 1
      if (seen % 2000 === 0) yield
      let inner: Node | null = null
      if (node.nodeType === 1) {
        const element = node as HTMLElement
        if (nameOf(element) === 'TIME' || attribute(element, 'datetime') !== null) times.push(element)
        else if (!isSkipped(element)) inner = firstNode(element)
      } else if (node.nodeType === 3) {
        const parent = parentNode(node) as HTMLElement
        const { data } = node as Text
        if (data.length < 200 && times.at(-1) !== parent && saysWhen(data.trim())) times.push(parent)
      }
      if (inner) {
        node = inner
        continue
      }
      while (node && node !== place && !nextNode(node)) node = parentNode(node)
      node = !node || node === place ? null : nextNode(node)
    }
  }
  return times
}
