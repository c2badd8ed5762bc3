import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { lastPrintout, type Printout, printoutBy, readNumber } from './find-printout.ts'
import { contentOf, type PrintoutKind } from './paper-content.ts'

/** What the paper's matter says now; null: it is no longer there, or no longer public. */
const contentNow = (db: Reader, { kind, subject }: Printout) =>
  contentOf(db, kind, subject).catch((error: unknown) => {
    if (error instanceof Refusal && error.kind === 'missing') return null
    throw error
  })

/** 核验: whether a paper with this number was ever given out, what kind it is, when, and whether the record says the same today. */
export async function verifyPaper({ db, actor }: Pick<Context, 'db' | 'actor'>, typed: string) {
  const number = readNumber(typed)
  const found = number && (await printoutBy(db, number))
  if (!found) return null
  const now = await contentNow(db, found)
  const told = now !== null && (now.open || now.reads(actor)) ? now : null
  const { kind, hash, issuedAt } = found
  const stands =
    now === null ? ('gone' as const) : now.hash === hash ? ('same' as const) : ('changed' as const)
  const last = stands === 'changed' && told ? await lastPrintout(db, kind, found.subject) : null
  return {
    ...{ kind, hash, issuedAt, stands },
    matter: told && { refNo: told.refNo, title: told.title, live: told.live },
    later: last && last.hash !== hash ? { hash: last.hash, issuedAt: last.issuedAt } : null,
  }
}
export type VerifiedPaper = NonNullable<Awaited<ReturnType<typeof verifyPaper>>>

/** A paper as it is drawn: its number once it has one for exactly these words, and where its matter stands. */
export async function paperNow(db: Reader, kind: PrintoutKind, subject: string) {
  const { hash, live } = await contentOf(db, kind, subject)
  const given = await printoutBy(db, hash)
  return { kind, hash, live, issuedAt: given?.issuedAt ?? null }
}
