import type { Reader } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { authorize, may } from '../../../policy/index.ts'
import { Refusal } from '../../../refusal.ts'
import { indicatorsOf } from '../../milestone/find-milestone.ts'
import { type ContractFacts, findContract } from '../find-contract.ts'
import { findSubcontract, onwardOf, subcontractsOf, subjectOf } from './find-subcontract.ts'
import { subcontract as machine } from './machine.ts'
import { transferSignals } from './transfer-signals.ts'

type Listed = Awaited<ReturnType<typeof subcontractsOf>>[number]
const told = (s: Listed, known: ReadonlyArray<{ code: string; name: string }>) => ({
  id: s.id,
  refNo: s.refNo,
  state: s.state,
  body: s.body,
  partyId: s.partyId,
  part: s.part,
  work: s.indicators.map((code) => known.find((i) => i.code === code)?.name ?? code),
  percent: s.percent,
  reason: s.reason,
  requestedAt: s.requestedAt,
  decision: s.decision,
  decidedAt: s.decidedAt,
  hash: s.hash,
})
export type ShownSubcontract = ReturnType<typeof told>

/** The subcontracts of a contract as pages show them. */
export async function shownSubcontracts(db: Reader, contractId: string) {
  const known = await indicatorsOf(db, contractId)
  return (await subcontractsOf(db, contractId)).map((s) => told(s, known))
}

/** 分包公示: those the buyer consented to, for everyone. */
export const publicSubcontracts = async (db: Reader, contractId: string) =>
  (await shownSubcontracts(db, contractId)).filter((s) => s.state === 'consented')

/** 分包 in the room: every one, and, for those who watch or decide, the signs of 转包. */
export async function roomSubcontracts(ctx: Context, c: ContractFacts) {
  const watches = may(ctx.actor, 'finding.raise', c) || may(ctx.actor, 'contract.terminate', c)
  return {
    all: await shownSubcontracts(ctx.db, c.id),
    signals: watches ? await transferSignals(ctx.db, ctx, c) : [],
    mayRequest: c.state === 'published' && may(ctx.actor, 'subcontract.request', c),
  }
}

/** One subcontract for those who are party to the contract, with what this person may do to it now. */
export async function subcontractPage(ctx: Context, contractId: string, subcontractId: string) {
  const was = await findSubcontract(ctx.db, subcontractId)
  const { contract: c } = was
  if (was.contractId !== contractId) throw new Refusal('missing', 'subcontract-missing')
  authorize(ctx.actor, 'contract.read', c)
  const shown = (await shownSubcontracts(ctx.db, contractId)).find((s) => s.id === subcontractId)!
  const payments = (await onwardOf(ctx.db, contractId)).filter((p) => p.subcontractId === subcontractId)
  return {
    one: shown,
    contract: { id: c.id, title: c.title, refNo: c.refNo, price: c.price },
    payments,
    acts: machine
      .open(was.state)
      .filter((act) => may(ctx.actor, `subcontract.${act}` as 'subcontract.consent', subjectOf(was))),
    mayRegister: was.state === 'consented' && may(ctx.actor, 'subcontract.register_onward', c),
  }
}

/** What a request is written from: what may be given on, and what is core. */
export async function subcontractDraft(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'subcontract.request', c)
  const known = await indicatorsOf(ctx.db, contractId)
  const live = (await subcontractsOf(ctx.db, contractId)).filter((s) => s.state !== 'declined')
  const core = c.core ?? known.map((i) => i.code)
  return {
    id: c.id,
    title: c.title,
    running: c.state === 'published',
    core: known.filter((i) => core.includes(i.code)).map((i) => i.name),
    open: known.filter((i) => !core.includes(i.code) && !live.some((s) => s.indicators.includes(i.code))),
    given: live.reduce((n, s) => n + s.percent, 0),
  }
}
