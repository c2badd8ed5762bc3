import { and, eq, isNotNull } from 'drizzle-orm'
import { sha256 } from '#app/ports/vault.ts'
import { participations } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { canonicalJson } from './canonical-json.ts'
import { leafFile, replacedOf } from './close-box.ts'
import { type findCounted, recount, sealHashes } from './find-result.ts'
import { ballotsCsv } from './published.ts'
import { roundPb } from './round-pb.ts'
import { signedResult } from './signed-result.ts'
import { boxWords } from './signed-words.ts'
import { boxOf } from './trustees/find-trustees.ts'
import { turnoutTables } from './turnout.ts'

type Round = Awaited<ReturnType<typeof findCounted>>
type Counted = Awaited<ReturnType<typeof recount>>
/** What a file is made from: a round, counted once. */
type From = { ctx: Context; round: Round; counted: Counted }

const cells = (rows: ReadonlyArray<{ key: string | null; n: number | null }>) =>
  Object.fromEntries(rows.map(({ key, n }) => [key ?? 'unknown', n]))

/** As it stood on the day of the announcement: what is hidden then stays hidden in the same way. */
async function turnoutJson({ ctx, round, counted }: From) {
  const clock = { now: () => round.announcedAt ?? ctx.clock.now() }
  const { channels, ages, least } = await turnoutTables(ctx.db, { clock }, round.id)
  return {
    round: round.refNo,
    participations: counted.turnout.voters,
    households: counted.turnout.households,
    least,
    channels: cells(channels),
    ages: cells(ages),
  }
}

const blocsJson = ({ round, counted }: From) => ({
  round: round.refNo,
  bodies: counted.bodies.map(({ bloc, partyId, name, choices, abstained }) => ({
    bloc,
    id: partyId,
    name,
    choices: abstained ? null : choices,
    abstained,
  })),
})

async function boxWordsOf({ ctx, round }: From) {
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

async function votesOf({ ctx, round, counted: { turnout, opened, tally } }: From) {
  const ofRound = and(eq(participations.roundId, round.id), isNotNull(participations.spoiled))
  return {
    participations: turnout.voters,
    households: turnout.households,
    void: await ctx.db.$count(participations, ofRound),
    ballots: opened.length,
    blank: tally.blank,
  }
}

/** 结果文件: the numbers, the outcome and the fingerprint of every other file, signed. */
async function resultJson(from: From): Promise<string> {
  const { ctx, round, counted } = from
  const { tally } = counted
  const prints: Record<string, string> = {}
  for (const [name, make] of Object.entries(besideResult(round.level)))
    prints[name] = sha256(await make(from))
  const facts = {
    format: 'sanshe round 2',
    round: round.refNo,
    version: round.version,
    sealHash: round.sealHash,
    box: await boxWordsOf(from),
    votes: await votesOf(from),
    lotSeed: round.lotSeed,
    countHash: round.countHash,
    files: prints,
    outcome: {
      line: tally.line,
      quorumMet: tally.quorumMet,
      spent: tally.spent,
      selected: tally.selected,
      steps: tally.steps.map(({ id, votes, score, outcome }) => ({ id, votes, score, outcome })),
    },
  }
  return signedResult(facts, ctx.vault.sign)
}

const json = (facts: object) => `${canonicalJson(facts as never)}\n`
type Make = (from: From) => string | Promise<string>
const always: Record<string, Make> = {
  'manifest.json': ({ round }) => round.manifest ?? '',
  'turnout.json': async (from) => json(await turnoutJson(from)),
  'blocs.json': (from) => json(blocsJson(from)),
}
const ofSealed: Record<string, Make> = {
  'sealed.txt': async ({ ctx, round }) => leafFile(await sealHashes(ctx.db, round.id)),
  'superseded.txt': async ({ ctx, round }) => leafFile(await replacedOf(ctx.db, round.id)),
  'ballots.csv': ({ counted }) => ballotsCsv(counted.opened),
  'round.pb': ({ round, counted: { slate, opened, rule, tally } }) =>
    roundPb(round, slate, opened, { rule, selected: tally.selected }),
}
const besideResult = (level: Round['level']) => (level === 'L1' ? { ...always, ...ofSealed } : always)
/** The files of a round, in the order in which a stranger reads them. */
export const publicFileNames = (level: Round['level']): string[] => {
  const names = Object.keys(besideResult(level))
  return [...names.slice(0, 3), 'result.json', ...names.slice(3)]
}

/** 公开文件: everything with which anybody verifies a round; of an advisory one no more than its totals. Null: no such file. */
export async function publicFile(ctx: Context, round: Round, name: string): Promise<string | null> {
  const files = { ...besideResult(round.level), 'result.json': resultJson }
  if (!Object.hasOwn(files, name)) return null
  const make = files[name as 'result.json']
  return make({ ctx, round, counted: await recount(ctx.db, round) })
}
