/** Comments deeper than this are indented no further: what they answer stands beside them in words. */
export const deepestLevel = 12

/** The same where there is little room; the stylesheet says where. */
export const deepestNarrowLevel = 4
