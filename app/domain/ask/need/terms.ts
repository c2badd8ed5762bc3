import { plainOf } from '../suggestion/likeness.ts'

/** One or two UTF-16 units as one whole number of 32 bits, as the database stores them. */
export const termOf = (pair: string): number =>
  (pair.charCodeAt(0) << 16) | (pair.length > 1 ? pair.charCodeAt(1) : 0)

const pairsOf = (plain: string) =>
  Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2))

/** Every character and every pair of characters in a text, each once. */
const termsOf = (text: string): number[] => {
  const plain = plainOf(text)
  return [...plain.split(''), ...pairsOf(plain)].map(termOf)
}
/** The terms a word is sought by: its pairs, or itself where it is one character. */
export function soughtTerms(word: string): number[] {
  const plain = plainOf(word)
  return [...new Set((plain.length === 1 ? [plain] : pairsOf(plain)).map(termOf))]
}
/** What a need is found by: its title and for whom it is. */
export const searchedOf = ({ title, targetGroup }: { title: string; targetGroup: string }): number[] => [
  ...new Set([...termsOf(title), ...termsOf(targetGroup)]),
]
/** The same as one line, the two kept apart by a blank that no word has. */
export const searchedText = ({ title, targetGroup }: { title: string; targetGroup: string }) =>
  `${plainOf(title)} ${plainOf(targetGroup)}`
