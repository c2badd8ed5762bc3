import type { Reader } from '#db/store.ts'
import type { printoutKinds } from '#db/vocabulary.ts'
import { hashOf } from '../../buy/evaluation/canonical.ts'
import type { Actor } from '../../who/actor.ts'
import { awardResult, ballot, minutes, receipt, roundResult, survey } from './ask-papers.ts'
import { acceptance, contract, payment, signIn } from './deliver-papers.ts'

export type PrintoutKind = (typeof printoutKinds)[number]

/** What one paper says now, and whose it is. */
export type PaperContent = {
  refNo: string
  title: string
  /** Its matter is public: whoever holds the number is told which it is. */
  open: boolean
  /** Where the matter itself stands. */
  live: string
  /** Everything decisive that is printed, in an order that stays. */
  words: readonly unknown[]
  /** Whether this person may have it printed, and read of it what is not public. */
  reads: (actor: Actor) => boolean
}
export type ContentOf = (db: Reader, subject: string) => Promise<PaperContent>

const contents: Record<PrintoutKind, ContentOf> = {
  contract,
  payment,
  acceptance,
  round_result: roundResult,
  award_result: awardResult,
  ballot,
  survey,
  sign_in: signIn,
  receipt,
  minutes,
}

/** One paper's words as the records have them now, and the sha256 of them; a refusal where there is no such paper. */
export async function contentOf(db: Reader, kind: PrintoutKind, subject: string) {
  const content = await contents[kind](db, subject)
  // Dates become words, so that both engines give the same hash.
  return { ...content, hash: hashOf(JSON.parse(JSON.stringify([kind, subject, content.words]))) }
}
