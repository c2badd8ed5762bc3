import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { compareRules } from './compare-rules.ts'
import { findCounted, recount, sealHashes } from './find-result.ts'
import { publicFile } from './public-files.ts'
import { ballotsJson, itemsOf } from './published.ts'
import { originOf, shownRound } from './read-round.ts'
import { roundPb } from './round-pb.ts'
import { lotOf } from './tally-turns.ts'
import { spoiledOf, turnoutTables } from './turnout.ts'

/** A round's result with every step of its count, recounted from the opened ballots. */
export async function readResult(ctx: Context, roundId: string) {
  const round = await findCounted(ctx, roundId)
  const { slate, opened, rule, turnout, tally, bodies } = await recount(ctx.db, round)
  const ids = slate.map(({ refNo }) => refNo)
  const lot = lotOf(ids, round.lotSeed)
  return {
    round: await shownRound(ctx.db, round, ctx.clock.now()),
    slate,
    file: await originOf(ctx.db, round),
    turnout,
    tally,
    comparison: compareRules(opened, itemsOf(slate), rule, tally),
    lot: lot ? { seed: round.lotSeed!, order: ids.sort((a, b) => lot.get(a)! - lot.get(b)!) } : null,
    bodies: bodies.map(({ bloc, name, nameEn, choices, abstained, abstainsSealed }) => ({
      bloc,
      name,
      nameEn,
      choices,
      abstained,
      abstainsSealed,
    })),
    tables: await turnoutTables(ctx.db, ctx, roundId),
    spoiled: await spoiledOf(ctx.db, ctx, roundId),
    witness: round.witnessId !== null,
  }
}

/** One of the published files; there is none before the result may be read. */
export async function readFile(ctx: Context, roundId: string, name: string): Promise<string> {
  const round = await findCounted(ctx, roundId)
  const file = await publicFile(ctx, round, name)
  if (file !== null) return file
  if (round.level === 'L0') throw new Refusal('missing', 'no-such-file')
  if (name === 'seals.csv') return ['seal', ...(await sealHashes(ctx.db, roundId)), ''].join('\n')
  const { slate, opened, rule, tally } = await recount(ctx.db, round)
  if (name === 'ballots.json') return ballotsJson(round, slate, rule, opened)
  if (name === 'ballots.pb') return roundPb(round, slate, opened, { rule, selected: tally.selected })
  throw new Refusal('missing', 'no-such-file')
}
