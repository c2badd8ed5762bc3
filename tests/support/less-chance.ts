/** Keys, hashes and sealed words: a token of twenty letters of our keys, or of thirty-two and more of any. */
const byChance = /(?<![\w-])(?:[\w-]{32,}|[0-9a-hjkmnp-tv-z]{20})(?![\w-])/g

/** A reading as text, less what chance wrote in it: what is looked for there cannot have come up by itself. */
export const lessChance = (read: unknown) => JSON.stringify(read).replaceAll(byChance, '…')

/** The same without its numbers and dates, where digits are looked for. */
const wordsOf = (read: unknown) =>
  lessChance(JSON.parse(JSON.stringify(read), (_, value) => (typeof value === 'number' ? null : value)))

/** Whether a code of digits stands in a reading by itself; those of a reference number or of a telephone are none. */
export const tells = (read: unknown, code: string) =>
  new RegExp(`(?<![\\d-])${code}(?![\\d-])`).test(wordsOf(read))
