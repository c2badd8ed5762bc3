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
