import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { findContract } from '../contract/find-contract.ts'
import { partyNames } from '../contract/public-contract.ts'
import { transferSignals } from '../contract/subcontract/transfer-signals.ts'
import { findFinding } from './find-finding.ts'
import { holdsMoney } from './frozen.ts'
import { finding } from './machine.ts'

/** One finding with the moves this person may take now. */
export async function findingPage(ctx: Context, id: string) {
  const f = await findFinding(ctx.db, id)
  authorize(ctx.actor, 'contract.read', f.contract)
  const names = await partyNames(ctx.db, [f.raisedPartyId, f.supplierId])
  return {
    id: f.id,
    contractId: f.contractId,
    title: f.contract.title,
    words: f.words,
    kind: f.kind,
    state: f.state,
    dueAt: f.dueAt,
    holds: holdsMoney(f),
    mayFreeze: may(ctx.actor, 'finding.freeze', f),
    proof: f.proof,
    closing: f.closing,
    createdAt: f.createdAt,
    raisedRole: f.raisedRole as 'centre_officer',
    raisedBy: names[f.raisedPartyId] ?? '',
    supplier: names[f.supplierId] ?? '',
    moves: finding.open(f.state).filter((move) => may(ctx.actor, `finding.${move}`, f)),
    late: f.dueAt !== null && f.state === 'fix_ordered' && ctx.clock.now() >= f.dueAt,
  }
}

/** Before raising one: which contract. */
export async function raisePage(ctx: Context, contractId: string) {
  const c = await findContract(ctx.db, contractId)
  authorize(ctx.actor, 'finding.raise', c)
  return { id: c.id, title: c.title, signals: await transferSignals(ctx.db, ctx, c) }
}
