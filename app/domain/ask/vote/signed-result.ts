import { isSigned, sha256 } from '#app/ports/vault.ts'
import { canonicalJson, type Json } from './canonical-json.ts'
import { resultWords } from './signed-words.ts'

type Facts = { round: string; [key: string]: Json }

const wordsOf = (facts: Facts) => resultWords(facts.round, sha256(canonicalJson(facts)))

/** result.json as it is published: its facts, and the server's hand under all of them. */
export const signedResult = (facts: Facts, sign: (words: string) => string): string =>
  `${canonicalJson({ ...facts, signature: sign(wordsOf(facts)) })}\n`

/** 64 bytes in base64url, written in the one way there is. */
const shape = /^[\w-]{85}[AQgw]$/

/** Whether these very bytes were signed: nothing in them can be another, not even how they are written. */
export function isSignedResult(words: string, signingKey: string): boolean {
  const { signature, ...facts } = JSON.parse(words) as Facts
  if (typeof signature !== 'string' || !shape.test(signature)) return false
  const whole = words === `${canonicalJson({ ...facts, signature })}\n`
  return whole && isSigned(signingKey, wordsOf(facts), signature)
}
