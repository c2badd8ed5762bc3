import { and, asc, eq, gte } from 'drizzle-orm'
import { z } from 'zod'
import { isSigned } from '#app/ports/vault.ts'
import { ballots, supersededBallots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { sealHashes } from './find-result.ts'
import { findPublicRound } from './find-round.ts'
import { pathOf } from './inclusion.ts'
import { receiptWords } from './signed-words.ts'
import { boxOf } from './trustees/find-trustees.ts'

/** 密封凭据 on one line, as the QR holds it. */
export const receiptLine = (ctx: Pick<Context, 'vault'>, refNo: string, leaf: string) =>
  `sanshe1 ${refNo} ${leaf} ${ctx.vault.sign(receiptWords(refNo, leaf))}`

export type Typed = { leaf: string; refNo: string | null; signature: string | null }
/** A whole line of a receipt, or the beginning of its hash: twelve letters and digits at least. */
export function readProof(typed: string): Typed | null {
  const plain = typed.normalize('NFKC').trim()
  const line = /^sanshe1\s+(\S{1,40})\s+([0-9a-f]{64})\s+([\w-]{86})$/i.exec(plain)
  if (line) return { refNo: line[1]!, leaf: line[2]!.toLowerCase(), signature: line[3]! }
  const leaf = plain.toLowerCase().replace(/[\s-]/g, '')
  return /^[0-9a-f]{12,64}$/.test(leaf) ? { leaf, refNo: null, signature: null } : null
}
export const proofForm = z
  .object({
    proof: z.string({ error: 'form.ballot.proof' }).transform((typed, c) => {
      const read = readProof(typed)
      if (read) return read
      c.addIssue({ code: 'custom', message: 'form.ballot.proof' })
      return z.NEVER
    }),
  })
  .strict()

async function boxed(db: Reader, roundId: string, leaf: string): Promise<string | null> {
  const here = and(eq(ballots.roundId, roundId), gte(ballots.sealHash, leaf))
  const [found] = await db
    .select({ leaf: ballots.sealHash })
    .from(ballots)
    .where(here)
    .orderBy(asc(ballots.sealHash))
    .limit(1)
  return found?.leaf.startsWith(leaf) ? found.leaf : null
}
async function replaced(db: Reader, roundId: string, leaf: string): Promise<boolean> {
  const here = and(eq(supersededBallots.roundId, roundId), gte(supersededBallots.leaf, leaf))
  const [found] = await db
    .select({ leaf: supersededBallots.leaf })
    .from(supersededBallots)
    .where(here)
    .orderBy(asc(supersededBallots.leaf))
    .limit(1)
  return found?.leaf.startsWith(leaf) ?? false
}

/** 核对密封凭据: that this sealed ballot is in the box, with the way to the root from the close on; or that a later one took its place. */
export async function proofOf(ctx: Context, roundId: string, { leaf: typed, refNo, signature }: Typed) {
  const round = await findPublicRound(ctx.db, roundId)
  if (round.level !== 'L1') throw new Refusal('missing', 'round-without-trustees')
  if (refNo && refNo !== round.refNo) throw new Refusal('invalid', 'receipt-of-another-round')
  const box = await boxOf(ctx.db, roundId)
  const key = box?.signingKey ?? ctx.vault.signingKey
  const genuine = signature === null ? null : isSigned(key, receiptWords(round.refNo, typed), signature)
  if (await replaced(ctx.db, roundId, typed)) return { kind: 'replaced' as const, genuine }
  const leaf = await boxed(ctx.db, roundId, typed)
  if (!leaf) return { kind: 'missing' as const, genuine }
  if (!box?.root) return { kind: 'open' as const, genuine, leaf }
  const leaves = await sealHashes(ctx.db, roundId)
  const index = leaves.indexOf(leaf)
  const path = pathOf(leaves, index)
  return { kind: 'included' as const, genuine, leaf, index, size: leaves.length, path, root: box.root }
}
