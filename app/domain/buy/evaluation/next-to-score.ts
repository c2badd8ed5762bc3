import type { Context } from '../../context.ts'
import { readMyPanel } from './read-panel.ts'

type At = { tenderId: string; proposalId: string }

/** What the member has not scored yet: the same proposal first, then the others. */
export async function nextToScore(ctx: Context, { tenderId, proposalId }: At) {
  const { left, call } = await readMyPanel(ctx, tenderId)
  const next = left.find((l) => l.proposalId === proposalId) ?? left[0]
  const code = next && call.criteria.find((c) => c.id === next.criterionId)?.code
  return { tenderId, proposalId: next?.proposalId ?? proposalId, code: code ?? null }
}

/** Scored side by side: the next criterion under which a proposal is left, then those before it. */
export async function nextColumn(ctx: Context, { tenderId, code }: { tenderId: string; code: string }) {
  const { left, call } = await readMyPanel(ctx, tenderId)
  const judged = call.criteria.filter((c) => c.kind !== 'formula')
  const at = judged.findIndex((c) => c.code === code)
  const turn = [...judged.slice(at + 1), ...judged.slice(0, at + 1)]
  const open = turn.find((c) => left.some((l) => l.criterionId === c.id))
  return { tenderId, code: open?.code ?? null }
}
