import { Refusal } from '../../refusal.ts'
import { plainWords } from './plain-words.ts'
import { type Factor, factors } from './prohibited-factors-data.ts'

/** Saying that something is *not* asked for is no condition; “不限地域但须……” still is one. */
const unless =
  /(不看|不限|不以|不要求|不得要求|不得以|不得将|不考察|不设|无需|无须|notrequir(?:e|ing)|no(?=$))([^但而却须应]{0,12})$/
const denied = /(?:不|不得|未|无|勿|禁止|严禁|不准|without)$/
const demand = /^[^,。;]{0,10}(?:不低于|不少于|不小于|达到|以上|至少|超过|≥|>)/

function isAsked(flat: string, from: number, hit: string) {
  const before = flat
    .slice(0, from)
    .split(/[,。;:!?]/)
    .at(-1)!
  if (denied.test(before)) return false
  const negated = unless.exec(before)
  if (!negated) return true
  const listing = negated[1] === '不看' || negated[1] === '不限'
  return listing && demand.test(flat.slice(from + hit.length))
}

/** The words a factor is asked for with, as they were typed. */
function askedIn(text: string, { words }: Factor): string | null {
  const { flat, at } = plainWords(text)
  for (const hit of flat.matchAll(new RegExp(words, 'gu'))) {
    if (!isAsked(flat, hit.index, hit[0])) continue
    const last = at[hit.index + hit[0].length - 1]!
    return text.slice(at[hit.index]!, last + [...text.slice(last)][0]!.length)
  }
  return null
}

/** The first forbidden factor a text asks for, with the words that ask for it. */
export function prohibitedIn(text: string, among = factors): { code: string; words: string } | null {
  for (const factor of among) {
    const words = askedIn(text, factor)
    if (words !== null) return { code: factor.code, words }
  }
  return null
}

/** Refuses a condition or a criterion that shuts suppliers out without ground. */
export function refuseProhibited(texts: readonly string[], among = factors): void {
  for (const text of texts) {
    const found = prohibitedIn(text, among)
    if (found) throw new Refusal('invalid', `prohibited-${found.code}`, { words: found.words })
  }
}

/** What not even a requirement may ask: a brand, a library to be in. */
export const refuseNamed = (requirement: string) =>
  refuseProhibited(
    [requirement],
    factors.filter((factor) => factor.everywhere),
  )
