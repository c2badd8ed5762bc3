import { rankFormulas } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { record } from '../../journal.ts'
import { parameter } from '../../parameters.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { faultIn, formulaOn, type RankKind } from './formula.ts'

type Adopt = { kind: RankKind; weights: Record<string, number>; words: string }

/** 公布新一版公式, from today on; residents' satisfaction never counts for less than it must. */
export const adoptFormula = (ctx: Context, { kind, weights, words }: Adopt) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'ranking.adopt', {})
    const now = ctx.clock.now()
    const from = dateOf(now)
    const least = (await parameter(tx, 'RANK_SATISFACTION', from)).value
    const fault = faultIn(kind, weights, least)
    if (fault) throw new Refusal('invalid', fault, { least })
    const version = (await formulaOn(tx, kind, from)).version + 1
    const adopted = { adoptedBy: ctx.actor.personId!, adoptedAt: now }
    const [made] = await tx
      .insert(rankFormulas)
      .values({ kind, version, weights, words, from, ...adopted })
      .returning({ id: rankFormulas.id })
    await record(tx, ctx, 'ranking.adopt', { subject: made!.id }, { kind, version })
    return { id: made!.id }
  })
