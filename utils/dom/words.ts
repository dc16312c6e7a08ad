/** "1,204": the browser's own formatter takes longer to start than a hundred comments to be enhanced. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** "1 comment", "1,204 comments". */
export const plural = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`

/** "Ana", "Ana and Bo", "Ana, Bo and 3 more". */
export const listed = (names: readonly string[], most = 2): string => {
  if (names.length <= most) return names.join(' and ')
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`
}
