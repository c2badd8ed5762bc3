import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { findCall } from '../proposal/find-call.ts'
import { codeOf } from './draw.ts'
import { drawOf } from './draw-record.ts'
import { seatsOf } from './find-panel.ts'
import { isResultOut } from './secret-acts.ts'

/** 抽取公开: seed, list and whom the lot fell on, so that a stranger draws again and finds the same panel. */
export async function readDraw(ctx: Context, tenderId: string) {
  const call = await findCall(ctx.db, tenderId)
  const draw = await drawOf(ctx.db, tenderId)
  if (!call.publishedAt || !draw) throw new Refusal('missing', 'draw-missing')
  if (!(await isResultOut(ctx.db, tenderId))) throw new Refusal('conflict', 'draw-not-yet')
  const seats = await seatsOf(ctx.db, tenderId)
  const { seed, pool, listHash, leftOut, passed, experts, field, drawnAt } = draw
  return {
    call: { id: call.id, title: call.title, refNo: call.refNo },
    draw: { seed, commit: call.drawCommit, pool, listHash, leftOut, passed, experts, field, drawnAt },
    members: seats.map((s) => ({
      ordinal: s.ordinal,
      kind: s.kind,
      // A resident is never named; one who stood down neither.
      name: s.kind === 'resident' || s.state === 'recused' ? null : s.name,
      code: s.kind === 'expert' || s.kind === 'resident' ? codeOf(ctx.vault, tenderId, s.personId) : null,
      recused: s.state === 'recused',
      reason: s.state === 'recused' ? s.reason : null,
      replaces: seats.find((other) => other.id === s.replaces)?.ordinal ?? null,
    })),
  }
}

/** The same as a small file for a program: the codes in their order, and the seed. */
export async function drawFile(ctx: Context, tenderId: string) {
  const { call, draw, members } = await readDraw(ctx, tenderId)
  const { seed, commit, pool, listHash, experts, passed, drawnAt } = draw
  const drawn = members.flatMap((m) => (m.code ? [{ code: m.code, kind: m.kind, recused: m.recused }] : []))
  return {
    tender: call.refNo,
    drawnAt: drawnAt.toISOString(),
    commit,
    seed,
    listHash,
    experts,
    pool,
    drawn,
    passed,
  }
}
