import { and, eq } from 'drizzle-orm'
import { socialWorkers, teamMembers } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { notify } from '../../notify.ts'
import { Refusal } from '../../refusal.ts'
import { sayYes } from './answer-invitation.ts'
import { cabinetOf } from './cabinet/cabinet.ts'
import { keepDraft, type Sitting, sitDown } from './edit-proposal.ts'
import { teamOf } from './find-proposal.ts'
import type { NameWorker } from './forms.ts'

export { answerInvitation, readInvitation } from './answer-invitation.ts'

const sent = ['submitted', 'needs_confirmation']

async function licensed(db: Reader, certNo: string, on: string) {
  const [worker] = await db.select().from(socialWorkers).where(eq(socialWorkers.certNo, certNo))
  if (!worker) throw new Refusal('invalid', 'licence-unknown')
  if (worker.registeredUntil < on) throw new Refusal('invalid', 'licence-expired')
  return worker
}

/** Only one leads: naming another lead takes the lead from the first. Whoever names himself has said yes. */
async function seatMember(tx: Tx, ctx: Context, { was }: Sitting, personId: string, leads: boolean) {
  const mine = eq(teamMembers.proposalId, was.id)
  if (leads) await tx.update(teamMembers).set({ leads: false }).where(mine)
  const [made] = await tx
    .insert(teamMembers)
    .values({ proposalId: was.id, tenderId: was.tenderId, personId, leads })
    .onConflictDoUpdate({ target: [teamMembers.proposalId, teamMembers.personId], set: { leads } })
    .returning()
  if (ctx.actor.personId === personId) await sayYes(tx, ctx, made!)
  return made!
}

/** Puts a social worker on the team and asks him. */
async function ask(tx: Tx, ctx: Context, sitting: Sitting, { certNo, leads }: NameWorker) {
  const worker = await licensed(tx, certNo.trim(), dateOf(ctx.clock.now()))
  const made = await seatMember(tx, ctx, sitting, worker.id, leads)
  if (!made.consentedAt && worker.id !== ctx.actor.personId) {
    const link = `/tenders/${sitting.call.id}/proposal/team/${made.id}`
    const params = { body: sitting.supplier.name, tender: sitting.call.title }
    await notify(tx, ctx, { personId: worker.id }, 'team-asks-you', link, params)
  }
  return made
}

/** Names a licensed social worker; he is asked, and sits only once he has said yes. */
export const nameWorker = (ctx: Context, { tenderId, certNo, leads }: NameWorker & { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const sitting = await sitDown(tx, ctx, tenderId)
    const made = await ask(tx, ctx, sitting, { certNo, leads })
    await keepDraft(tx, ctx, sitting.was, sitting.body)
    return { id: tenderId, memberId: made.id }
  })

/** 请常用团队: everyone of the cabinet's team whose licence still holds is asked at once; who is named already is left alone. */
export const askUsualTeam = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const sitting = await sitDown(tx, ctx, tenderId)
    const named = await teamOf(tx, sitting.was.id)
    const { team } = await cabinetOf(tx, ctx, sitting.was.supplierId)
    const left = team.filter((usual) => !named.some((m) => m.certNo === usual.certNo))
    if (left.length === 0) throw new Refusal('conflict', 'usual-team-asked')
    const led = named.some((m) => m.leads)
    for (const { certNo, leads } of left) await ask(tx, ctx, sitting, { certNo, leads: leads && !led })
    await keepDraft(tx, ctx, sitting.was, sitting.body)
    return { id: tenderId }
  })

export const dropWorker = (ctx: Context, { tenderId, memberId }: { tenderId: string; memberId: string }) =>
  ctx.transact(async (tx) => {
    const { was } = await sitDown(tx, ctx, tenderId)
    if (sent.includes(was.state)) throw new Refusal('conflict', 'withdraw-first')
    await tx.delete(teamMembers).where(and(eq(teamMembers.id, memberId), eq(teamMembers.proposalId, was.id)))
    return { id: tenderId }
  })
