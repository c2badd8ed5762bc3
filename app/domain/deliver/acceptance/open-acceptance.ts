import { and, eq } from 'drizzle-orm'
import { newId } from '#db/dialect.ts'
import { acceptances, serviceUsers } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { notify } from '../../notify.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { acceptorOf } from '../contract/buyer-roles.ts'
import { servedBy } from '../diary/served.ts'
import { findMilestone, type MilestoneFacts } from '../milestone/find-milestone.ts'
import type { OpenAcceptance } from './forms.ts'
import { drawLots } from './lots.ts'
import { opinionsRequired } from './satisfaction.ts'

/** 组织验收: opens on a checked milestone and fixes how many service users must be heard (实施条例 第四十五条). */
export const openAcceptance = (ctx: Context, { milestoneId, ask }: OpenAcceptance) =>
  ctx.transact(async (tx) => {
    const was = await findMilestone(tx, milestoneId)
    authorize(ctx.actor, 'acceptance.open', was.contract)
    if (was.state !== 'checked') throw new Refusal('conflict', 'milestone-not-checked')
    const [open] = await tx
      .select({ id: acceptances.id })
      .from(acceptances)
      .where(and(eq(acceptances.milestoneId, milestoneId), eq(acceptances.state, 'opened')))
    if (open) throw new Refusal('conflict', 'acceptance-already-open')
    const required = await howMany(tx, ctx, was.contractId, ask)
    const now = ctx.clock.now()
    const seed = newId() + newId()
    const [made] = await tx
      .insert(acceptances)
      .values({ milestoneId, state: 'opened', required, seed, openedBy: ctx.actor.personId!, openedAt: now })
      .returning({ id: acceptances.id })
    await drawLots(tx, { acceptanceId: made!.id, contractId: was.contractId, seed })
    await record(
      tx,
      ctx,
      'acceptance.open',
      { subject: made!.id, threadId: was.contract.planId },
      { required },
    )
    await tell(tx, ctx, was, made!.id)
    return { id: made!.id, milestoneId }
  })

/** The rule's number, or more where the handler asks for more; never more than there are. */
async function howMany(tx: Tx, ctx: Context, contractId: string, ask: number | undefined) {
  const on = dateOf(ctx.clock.now())
  const { people, users } = await servedBy(tx, contractId)
  const least = (await parameter(tx, 'OPINIONS_MIN', on)).value
  const share = (await parameter(tx, 'OPINIONS_SHARE', on)).value
  const rule = opinionsRequired({ least, share, served: people, users })
  if (rule === 0) throw new Refusal('conflict', 'no-service-users')
  if (ask !== undefined && ask < rule) throw new Refusal('invalid', 'opinions-under-rule', { n: rule })
  if (ask !== undefined && ask > users) throw new Refusal('invalid', 'opinions-over-users', { n: users })
  return ask ?? rule
}

/** Whoever asks for opinions or signs is told on his desk; whoever was served, of a page of his own. */
async function tell(tx: Tx, ctx: Context, { contract, title }: MilestoneFacts, id: string) {
  const { buyerId, committeeIds, centreIds } = contract
  const say = { title }
  const desk = `/desk/acceptances/${id}`
  for (const partyId of committeeIds) {
    await notify(tx, ctx, { role: 'committee_clerk', partyId }, 'acceptance-opinions', desk, say)
    await notify(tx, ctx, { role: 'committee_director', partyId }, 'acceptance-group', desk, say)
  }
  const role = await acceptorOf(tx, buyerId)
  await notify(tx, ctx, { role, partyId: buyerId }, 'acceptance-group', desk, say)
  for (const partyId of centreIds)
    await notify(tx, ctx, { role: 'centre_officer', partyId }, 'acceptance-group', desk, say)
  const users = await tx.select().from(serviceUsers).where(eq(serviceUsers.contractId, contract.id))
  for (const personId of new Set(users.map((u) => u.personId)))
    if (personId)
      await notify(tx, ctx, { personId }, 'acceptance-your-opinion', `/acceptances/${id}/opinion`, say)
}
