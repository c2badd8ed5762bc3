import { sha256 } from '#app/ports/vault.ts'
import { proposals } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { dateOf, yearOf } from '../../dates.ts'
import { move } from '../../move.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { budgetSums, missing, type Named, type SentBody } from './body.ts'
import { keepDraft, refuseLate, type Sitting, sitDown } from './edit-proposal.ts'
import { refuseIneligible } from './eligibility.ts'
import { type Call, findCall } from './find-call.ts'
import { boundTo, findSupplier, type Proposal, proposalOf, teamOf } from './find-proposal.ts'
import { proposal as machine } from './machine.ts'
import { recordSealed } from './sealed-journal.ts'

type Team = Awaited<ReturnType<typeof teamOf>>

function refuseUnready({ call, body }: Sitting, team: Team, today: string) {
  const [section] = missing(body, call.criteria, team)
  if (section) throw new Refusal('conflict', `proposal-lacks-${section}`)
  const { price, lines } = body.budget!
  if (price > call.ceiling) throw new Refusal('invalid', 'price-over-ceiling')
  if (!budgetSums(price, lines)) throw new Refusal('invalid', 'budget-does-not-sum')
  if (team.some((m) => m.registeredUntil < today)) throw new Refusal('conflict', 'licence-expired')
}

const namedIn = (team: Team): Named[] =>
  team.map(({ personId, name, level, certNo, registeredUntil, leads }) => ({
    personId,
    name,
    level,
    certNo,
    registeredUntil,
    leads,
  }))

/** Seals the proposal to the tender's key, bound to call, body and version; the receipt's number comes of its hash. */
function sealUp(ctx: Context, { call, was, body }: Sitting, team: Team) {
  const next = { ...was, version: was.version + 1 }
  const words: SentBody = { ...body, team: namedIn(team) }
  const sealed = ctx.vault.sealTo(call.publicKey!, JSON.stringify(words), boundTo(next))
  const sealHash = sha256(sealed)
  const receiptNo = `HZ-${yearOf(dateOf(ctx.clock.now()))}-${sealHash.slice(0, 10).toUpperCase()}`
  return { version: next.version, sealed, sealHash, receiptNo }
}

/** 递交响应文件: locked as it arrives; it may be replaced or withdrawn until the deadline, the last one counts. */
export const submitProposal = (ctx: Context, input: { tenderId: string; keepDraft: boolean }) =>
  ctx.transact(async (tx) => {
    const sitting = await sitDown(tx, ctx, input.tenderId, 'proposal.submit')
    const team = await teamOf(tx, sitting.was.id)
    refuseUnready(sitting, team, dateOf(ctx.clock.now()))
    const sealing = sealUp(ctx, sitting, team)
    await move(tx, proposals, machine, sitting.was, 'submit', {
      ...sealing,
      submittedBy: ctx.actor.personId!,
      submittedAt: ctx.clock.now(),
      withdrawnAt: null,
      draftSealed: null,
    })
    if (input.keepDraft) await keepDraft(tx, ctx, sitting.was, sitting.body)
    await journal(tx, ctx, 'proposal.submit', sitting.was, {
      version: sealing.version,
      hash: sealing.sealHash,
    })
    return { id: input.tenderId, receiptNo: sealing.receiptNo }
  })

const journal = (tx: Tx, ctx: Context, act: string, was: Proposal, detail: Record<string, unknown> = {}) =>
  recordSealed(tx, ctx, act, { subject: was.id, supplierId: was.supplierId }, detail)

async function sentOf(tx: Tx, ctx: Context, tenderId: string, act: 'proposal.withdraw' | 'proposal.confirm') {
  const call: Call = await findCall(tx, tenderId)
  const supplierId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, act, { ...call, supplierId })
  refuseLate(ctx, call)
  const was = await proposalOf(tx, tenderId, supplierId)
  if (!was) throw new Refusal('missing', 'proposal-missing')
  return { call, was }
}

/** 撤回: nothing of it is opened, unless it is sent again in time. */
export const withdrawProposal = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const { was } = await sentOf(tx, ctx, tenderId, 'proposal.withdraw')
    await move(tx, proposals, machine, was, 'withdraw', { withdrawnAt: ctx.clock.now(), sealed: null })
    await journal(tx, ctx, 'proposal.withdraw', was)
    return { id: tenderId }
  })

/** 重新确认: its sender has read what was changed and lets it stand as it is sealed. */
export const confirmProposal = (ctx: Context, { tenderId }: { tenderId: string }) =>
  ctx.transact(async (tx) => {
    const { call, was } = await sentOf(tx, ctx, tenderId, 'proposal.confirm')
    refuseIneligible(call, await findSupplier(tx, was.supplierId))
    await move(tx, proposals, machine, was, 'confirm')
    await journal(tx, ctx, 'proposal.confirm', was)
    return { id: tenderId }
  })
