import { type Fen, inYuan } from '../../money.ts'
import type { Tally, TallyStep } from './tally-terms.ts'

const said = (amount: Fen) => inYuan(amount).toLocaleString('en-US', { minimumFractionDigits: 2 })

/** 票决答复: the written reason why an item fell short, as a key with its figures. */
export function replyWords(step: TallyStep, { ballots, line }: Pick<Tally, 'ballots' | 'line'>): string {
  const key = step.joint && step.outcome === 'below_threshold' ? 'below_joint' : step.outcome
  const figures = {
    votes: String(step.votes),
    ballots: String(ballots),
    line: String(line),
    rank: String(step.rank),
    score: String(step.score),
    cost: said(step.cost),
    before: said(step.before),
  }
  return `vote.reply.${key}?${new URLSearchParams(figures)}`
}
