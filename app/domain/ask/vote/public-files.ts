import { and, eq, isNotNull } from 'drizzle-orm'
import { participations } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { leafFile, replacedOf } from './close-box.ts'
import { type findCounted, recount, sealHashes } from './find-result.ts'
import { canonicalJson } from './manifest.ts'
import { ballotsCsv } from './published.ts'
import { roundPb } from './round-pb.ts'
import { boxWords } from './signed-words.ts'
import { boxOf } from './trustees/find-trustees.ts'
import { turnoutTables } from './turnout.ts'

type Round = Awaited<ReturnType<typeof findCounted>>

const cells = (rows: ReadonlyArray<{ key: string | null; n: number | null }>) =>
  Object.fromEntries(rows.map(({ key, n }) => [key ?? 'unknown', n]))

async function turnoutJson(ctx: Context, round: Round) {
  const { turnout } = await recount(ctx.db, round)
  const { channels, ages, least } = await turnoutTables(ctx.db, ctx, round.id)
  return {
    round: round.refNo,
    participations: turnout.voters,
    households: turnout.households,
    least,
    channels: cells(channels),
    ages: cells(ages),
  }
}

async function blocsJson(ctx: Context, round: Round) {
  const { bodies } = await recount(ctx.db, round)
  return {
    round: round.refNo,
    bodies: bodies.map(({ bloc, partyId, name, choices, abstained }) => ({
      bloc,
      id: partyId,
      name,
      choices: abstained ? null : choices,
      abstained,
    })),
  }
}

async function boxWordsOf(ctx: Context, round: Round) {
  const box = await boxOf(ctx.db, round.id)
  if (round.level !== 'L1' || !box?.root) return null
  const leaves = box.leaves ?? 0
  return {
    root: box.root,
    leaves,
    replaced: box.replaced,
    replacedHash: box.replacedHash,
    closedAt: box.closedAt?.getTime() ?? null,
    signature: ctx.vault.sign(boxWords(round.refNo, box.root, leaves)),
  }
}

/** 结果文件: the numbers and the outcome, each of which the other files prove. */
async function resultJson(ctx: Context, round: Round) {
  const { opened, turnout, tally } = await recount(ctx.db, round)
  const voided = await ctx.db.$count(
    participations,
    and(eq(participations.roundId, round.id), isNotNull(participations.spoiled)),
  )
  return {
    format: 'sanshe round 1',
    round: round.refNo,
    version: round.version,
    sealHash: round.sealHash,
    box: await boxWordsOf(ctx, round),
    votes: {
      participations: turnout.voters,
      households: turnout.households,
      void: voided,
      ballots: opened.length,
      blank: tally.blank,
    },
    lotSeed: round.lotSeed,
    countHash: round.countHash,
    outcome: {
      line: tally.line,
      quorumMet: tally.quorumMet,
      spent: tally.spent,
      selected: tally.selected,
      steps: tally.steps.map(({ id, votes, score, outcome }) => ({ id, votes, score, outcome })),
    },
  }
}

const json = async (facts: Promise<object>) => `${canonicalJson((await facts) as never)}\n`
type Make = (ctx: Context, round: Round) => Promise<string>
const always: Record<string, Make> = {
  'manifest.json': async (_ctx, round) => round.manifest ?? '',
  'turnout.json': (ctx, round) => json(turnoutJson(ctx, round)),
  'blocs.json': (ctx, round) => json(blocsJson(ctx, round)),
  'result.json': (ctx, round) => json(resultJson(ctx, round)),
}
const ofSealed: Record<string, Make> = {
  'sealed.txt': async (ctx, round) => leafFile(await sealHashes(ctx.db, round.id)),
  'superseded.txt': async (ctx, round) => leafFile(await replacedOf(ctx.db, round.id)),
  'ballots.csv': async (ctx, round) => ballotsCsv((await recount(ctx.db, round)).opened),
  'round.pb': async (ctx, round) => {
    const { slate, opened, rule, tally } = await recount(ctx.db, round)
    return roundPb(round, slate, opened, { rule, selected: tally.selected })
  },
}
/** The files of a round, in the order in which a stranger reads them. */
export const publicFileNames = (level: Round['level']) =>
  level === 'L1' ? [...Object.keys(always), ...Object.keys(ofSealed)] : Object.keys(always)

/** 公开文件: everything with which anybody verifies a round; of an advisory one no more than its totals. Null: no such file. */
export async function publicFile(ctx: Context, round: Round, name: string): Promise<string | null> {
  const files = round.level === 'L1' ? { ...always, ...ofSealed } : always
  return Object.hasOwn(files, name) ? files[name]!(ctx, round) : null
}
