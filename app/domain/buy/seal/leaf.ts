import { sha256 } from '#app/ports/vault.ts'
import { sealLeaves } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import type { Proposal } from '../proposal/find-proposal.ts'

type Sealed = Pick<Proposal, 'sealed' | 'sealedPrice' | 'sealSalt'>
/** The fingerprint of what was sealed, with its salt: it is on the receipt and in the public log, and says of neither call nor bidder. */
export const leafOf = ({ sealed, sealedPrice, sealSalt }: Sealed): string =>
  sealSalt === null ? sha256(sealed ?? '') : sha256(`${sealSalt}.${sealed}.${sealedPrice ?? ''}`)

/** Enters a fingerprint in the public log, by its day alone. */
export const logLeaf = (tx: Tx, ctx: Context, leaf: string) =>
  tx
    .insert(sealLeaves)
    .values({ leaf, day: dateOf(ctx.clock.now()) })
    .onConflictDoNothing()

type Received = { sealHash: string | null; version: number; submittedAt: Date | null }
/** 递交回执, on one line: fingerprint, version, instant, and the server's signature over all three. */
export function receiptLine(ctx: Pick<Context, 'vault'>, { sealHash, version, submittedAt }: Received) {
  const words = `sanshe-proposal1 ${sealHash} v${version} ${submittedAt?.toISOString() ?? ''}`
  return `${words} ${ctx.vault.sign(words)}`
}
