import { and, eq, gte, lte } from 'drizzle-orm'
import { fundraisingCertificates, pots } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import { nextRef } from '../../reference.ts'
import { Refusal } from '../../refusal.ts'
import { mustBeLawful } from '../../treasury/lawful-provider.ts'
import { findMilestone, type MilestoneFacts } from '../milestone/find-milestone.ts'
import { payeeOf } from '../payment/find-payment.ts'
import { openCofundLine } from './account-rows.ts'
import { mustBeDecided } from './age.ts'
import { providerOf } from './ask-provider.ts'
import type { OpenPot } from './forms.ts'

/** 公开募捐资格证书 in force on a day. */
export async function certificateOf(db: Reader, partyId: string, today: string) {
  const c = fundraisingCertificates
  const [found] = await db
    .select()
    .from(c)
    .where(and(eq(c.partyId, partyId), lte(c.from, today), gte(c.to, today)))
  return found ?? null
}

/** Asking the public needs the certificate of the body that receives, a filed plan and a designated platform (慈善法 第二十二条、第二十七条). */
async function appealOf(db: Reader, receiverId: string, input: OpenPot, today: string) {
  if (input.appeal === 'named') return {}
  const certificate = await certificateOf(db, receiverId, today)
  if (!certificate) throw new Refusal('forbidden', 'no-fundraising-certificate')
  const { filingNo, platform, platformUrl } = input
  if (!filingNo || !platform || !platformUrl) throw new Refusal('invalid', 'fundraising-not-filed')
  return { certificateNo: certificate.no, filingNo, platform, platformUrl }
}

const underWay = ({ state, contract }: MilestoneFacts) =>
  contract.state === 'published' && ['planned', 'claimed', 'returned'].includes(state)

/** 开立共建需求: what one part of the work could use beside its contract; its money is never the treasury's. */
export const openPot = (ctx: Context, input: OpenPot) =>
  ctx.transact(async (tx) => {
    const milestone = await findMilestone(tx, input.milestoneId)
    const { contract } = milestone
    authorize(ctx.actor, 'pot.open', contract)
    providerOf(ctx)
    if (!underWay(milestone)) throw new Refusal('conflict', 'part-not-under-way')
    await mustBeDecided(tx, ctx, contract.buyerId)
    const now = ctx.clock.now()
    const today = dateOf(now)
    const receiver = await payeeOf(tx, contract)
    const appeal = await appealOf(tx, receiver.id, input, today)
    const refNo = await nextRef(tx, 'GJ', yearOf(today))
    const { title, purpose, wanted } = input
    const lineId = await openCofundLine(tx, receiver, { refNo, title }, today)
    await mustBeLawful(tx, lineId, ctx.funding!, today)
    const [made] = await tx
      .insert(pots)
      .values({
        ...{ refNo, lineId, title, purpose, wanted, ...appeal },
        ...{ contractId: contract.id, milestoneId: milestone.id, receiverId: receiver.id },
        ...{ state: 'open', openedBy: ctx.actor.personId!, openedAt: now },
      })
      .returning({ id: pots.id })
    await record(tx, ctx, 'pot.open', { subject: made!.id, threadId: contract.planId }, { wanted })
    return made!
  })
