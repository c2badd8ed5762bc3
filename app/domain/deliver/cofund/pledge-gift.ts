import { and, eq, inArray } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { gifts, parties, persons, plans } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { atLeastNought, type Fen, minus, said, sum } from '../../money.ts'
import { notify } from '../../notify.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { agreementWords } from './agreement-data.ts'
import { findPot, type PotFacts, potSubject } from './find-gift.ts'
import type { Pledge } from './forms.ts'

/** What is pledged to a pot and neither declined nor given back (分). */
export async function pledgedTo(db: Reader, potId: string): Promise<Fen> {
  const live = inArray(gifts.state, ['pledged', 'agreed', 'received', 'released'])
  const rows = await db
    .select({ amount: gifts.amount })
    .from(gifts)
    .where(and(eq(gifts.potId, potId), live))
  return sum(rows.map((row) => row.amount))
}

/** What is still wanted (分). */
export const leftOf = async (db: Reader, pot: Pick<PotFacts, 'id' | 'wanted'>): Promise<Fen> =>
  atLeastNought(minus(pot.wanted, await pledgedTo(db, pot.id)))

type Payer = { partyId: string | null; name: string; kind: 'co_fund' | 'gift' }
/** A body gives through whoever signs for it; everybody else gives in his own name. */
export async function payerOf(tx: Reader, { actor }: Context): Promise<Payer> {
  if (actor.seat?.role === 'org_signer') {
    const [body] = await tx.select().from(parties).where(eq(parties.id, actor.seat.partyId))
    return { partyId: body!.id, name: body!.name, kind: body!.kind === 'enterprise' ? 'co_fund' : 'gift' }
  }
  const [person] = await tx.select().from(persons).where(eq(persons.id, actor.personId!))
  return { partyId: null, name: person?.name ?? '', kind: 'gift' }
}

/** The words both sign; before a sum is typed it stands open in them. */
export async function agreementOf(tx: Reader, pot: PotFacts, payer: string, amount: Fen | null) {
  const [plan] = await tx.select().from(plans).where(eq(plans.id, pot.milestone.contract.planId))
  return agreementWords({
    ...{ payer, receiver: pot.receiver, project: plan!.title, part: pot.milestone.title },
    ...{ pot: pot.title, purpose: pot.purpose, amount: amount === null ? null : said(amount) },
  })
}

async function mustFit(tx: Tx, ctx: Context, pot: PotFacts, amount: Fen) {
  const { state, contract } = pot.milestone
  if (pot.state !== 'open' || state === 'accepted' || contract.state !== 'published')
    throw new Refusal('conflict', 'pot-closed')
  const left = await leftOf(tx, pot)
  if (amount > left) throw new Refusal('conflict', 'pot-full', { left: said(left) }, 'amount')
  if (ctx.funding?.most && amount > ctx.funding.most)
    throw new Refusal('invalid', 'gift-over-cap', { most: said(ctx.funding.most as Fen) }, 'amount')
}

/** 认捐: a company or a person signs the agreement; nothing is paid before the receiver has signed too. */
export const pledgeGift = (ctx: Context, { potId, amount, shown }: Pledge & { potId: string }) =>
  ctx.transact(async (tx) => {
    const pot = await findPot(tx, potId)
    authorize(ctx.actor, 'gift.pledge', potSubject(pot))
    await mustFit(tx, ctx, pot, amount)
    const { name, partyId, kind } = await payerOf(tx, ctx)
    const agreement = await agreementOf(tx, pot, name, amount)
    const now = ctx.clock.now()
    const [made] = await tx
      .insert(gifts)
      .values({
        ...{ refNo: await nextRef(tx, 'JZ', yearOf(dateOf(now))), potId, kind, amount, agreement },
        ...{ payerId: ctx.actor.personId!, payerPartyId: partyId, shownAs: shown === 'named' ? name : null },
        ...{ agreementHash: sha256(JSON.stringify(agreement)), state: 'pledged', pledgedAt: now },
      })
      .returning({ id: gifts.id })
    const to = { role: 'org_signer' as const, partyId: pot.receiverId }
    await notify(tx, ctx, to, 'gift-pledged', `/gifts/${made!.id}`, { title: pot.title })
    await record(tx, ctx, 'gift.pledge', { subject: made!.id, threadId: null }, { amount, kind })
    return made!
  })
