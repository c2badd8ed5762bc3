import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { authorize } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import type { Body } from '../body.ts'
import { stampOf } from '../draft.ts'
import { findPublicCall } from '../find-call.ts'
import { findSupplier, type Proposal, proposalOf, readDraft, teamOf } from '../find-proposal.ts'
import type { RecordWords, TextWords } from '../forms.ts'
import { recordSealed } from '../sealed-journal.ts'
import { type Cabinet, cabinetOf, putCabinet } from './cabinet.ts'
import type { CabinetFacts, TeamWords } from './forms.ts'

/** One drawer of the cabinet: what a form of it fills. */
export const drawers = {
  facts: (c: Cabinet) => [c.contact, c.bank],
  record: (c: Cabinet) => [c.experience, c.finance],
  texts: (c: Cabinet) => c.texts,
  team: (c: Cabinet) => c.team,
} as const
export type Drawer = keyof typeof drawers

type Change = (was: Cabinet, tx: Tx) => Partial<Cabinet> | Promise<Partial<Cabinet>>
type Keeping = { drawer: Drawer; seen: string | undefined }
/** Changes the actor's own cabinet; whoever saves second is told, with both wordings before him. */
const keep = (ctx: Context, change: Change, keeping?: Keeping) =>
  ctx.transact(async (tx) => {
    const partyId = ctx.actor.seat?.partyId ?? ''
    authorize(ctx.actor, 'cabinet.keep', { partyId })
    await findSupplier(tx, partyId)
    const was = await cabinetOf(tx, ctx, partyId)
    const now = { ...was, ...(await change(was, tx)) }
    if (keeping) refuseUnseen(was, now, keeping)
    await putCabinet(tx, ctx, partyId, now)
    await recordSealed(tx, ctx, 'cabinet.keep', { subject: partyId, supplierId: partyId })
    return { id: partyId }
  })

function refuseUnseen(was: Cabinet, now: Cabinet, { drawer, seen }: Keeping) {
  const stands = stampOf(drawers[drawer](was))
  if (seen !== undefined && stands !== seen && stampOf(drawers[drawer](now)) !== stands)
    throw new Refusal('conflict', 'draft-saved-meanwhile')
}

export const keepFacts = (ctx: Context, { contact, bank, seen }: CabinetFacts) =>
  keep(ctx, () => ({ contact, bank }), { drawer: 'facts', seen })
export const keepRecord = (ctx: Context, { experience, finance, seen }: RecordWords) =>
  keep(ctx, () => ({ experience, finance }), { drawer: 'record', seen })
export const keepTexts = (ctx: Context, { seen, texts }: TextWords) =>
  keep(ctx, () => ({ texts }), { drawer: 'texts', seen })
export const keepTeam = (ctx: Context, { team, seen }: TeamWords) =>
  keep(ctx, () => ({ team }), { drawer: 'team', seen })

type Named = Array<{ name: string; code: string }>
/** What of a proposal serves the next one: its texts and the lines of its budget, never a price. */
const lasting = (was: Cabinet, body: Body, criteria: Named): Partial<Cabinet> => ({
  contact: body.organisation?.contact ?? was.contact,
  bank: body.organisation?.bank ?? was.bank,
  experience: body.experience,
  finance: body.finance,
  texts: body.texts,
  plan: {
    ...was.plan,
    ...Object.fromEntries(
      criteria.flatMap(({ name, code }) => (body.plan[code] ? [[name, body.plan[code]]] : [])),
    ),
  },
  lines: body.budget?.lines.map(({ kind, label, unit }) => ({ kind, label, unit })) ?? was.lines,
})

const draftOf = (was: Proposal | null) => {
  if (!was?.draftSealed) throw new Refusal('missing', 'no-draft-to-keep')
  return was
}

/** 存进资料库: what was just written is there for the next proposal. */
export const keepFromProposal = (ctx: Context, { tenderId }: { tenderId: string }) =>
  keep(ctx, async (was, tx) => {
    const call = await findPublicCall(tx, tenderId)
    const supplierId = ctx.actor.seat?.partyId ?? ''
    authorize(ctx.actor, 'proposal.draft', { ...call, supplierId })
    const mine = draftOf(await proposalOf(tx, tenderId, supplierId))
    const team = (await teamOf(tx, mine.id)).map(({ certNo, leads }) => ({ certNo, leads }))
    const kept = lasting(was, readDraft(ctx, mine), call.criteria)
    return team.length > 0 ? { ...kept, team } : kept
  })
