import { eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { finalOffers } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { Refusal } from '../../../refusal.ts'
import { recordSealed } from '../../proposal/sealed-journal.ts'
import { receive } from '../../proposal/submit-proposal.ts'
import {
  checkParcel,
  type Parcel,
  prepareSaid,
  type Sealable,
  sealPrepared,
} from '../../seal/prepare-words.ts'
import { type Asked, askedHere, readFinalDraft, refuseFinal } from './final-draft.ts'

const wanted = ['final'] as const
const sealable = ({ own, final }: Asked): Sealable | null =>
  final && { ...final, tenderId: own.tenderId, supplierId: own.supplierId }

/** 待封存的最后报价: the very words, to the call's second key; null where nothing is written. */
export async function prepareFinal(db: Reader, ctx: Context, asked: Asked) {
  const was = sealable(asked)
  const body = readFinalDraft(ctx, asked.final)
  if (!was || !body) return null
  // A lot keeps the fingerprint from being guessed at.
  const words = JSON.stringify({ ...body, lot: newId() })
  return prepareSaid(db, ctx, { was, team: [], says: [{ envelope: 'final', words }] })
}

/** Without a script the server seals, in memory, what the sender could read on the page. */
async function sealHere(ctx: Context, tenderId: string): Promise<Parcel> {
  const asked = await askedHere(ctx.db, ctx, 'finalOffer.send', tenderId)
  refuseFinal(ctx, asked)
  const prepared = await prepareFinal(ctx.db, ctx, asked)
  if (!prepared) throw new Refusal('conflict', 'final-not-written')
  return sealPrepared(prepared)
}

type Sending = { tenderId: string; parcel?: Parcel | undefined }
/** 递交最后报价: sealed as it arrives, to a key no share of which was ever used; replaced until the hour, the last one counts. */
export async function sendFinal(ctx: Context, { tenderId, parcel }: Sending) {
  const sealedAlready = parcel ?? (await sealHere(ctx, tenderId))
  return ctx.transact(async (tx) => {
    const asked = await askedHere(tx, ctx, 'finalOffer.send', tenderId)
    refuseFinal(ctx, asked)
    const was = sealable(asked)
    if (!was?.draftSealed) throw new Refusal('conflict', 'final-not-written')
    const checked = checkParcel(ctx, { was, team: [], wanted }, sealedAlready)
    const { version, sealedIn } = sealedAlready
    const { sealedPrice: _, ...sealing } = await receive(tx, ctx, {
      version,
      sealSalt: newId(),
      sealedIn,
      ...checked,
    })
    const by = { submittedBy: ctx.actor.personId!, submittedAt: ctx.clock.now(), draftSealed: null }
    await tx
      .update(finalOffers)
      .set({ ...sealing, ...by })
      .where(eq(finalOffers.id, was.id))
    const about = { subject: was.id, supplierId: was.supplierId }
    await recordSealed(tx, ctx, 'finalOffer.send', about, { version, hash: sealing.sealHash, sealedIn })
    return { id: tenderId, receiptNo: sealing.receiptNo }
  })
}
