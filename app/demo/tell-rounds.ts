import { asc, eq } from 'drizzle-orm'
import { rollEntries } from '#db/schema/index.ts'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { castFor, castVote } from '#domain/ask/vote/cast-vote.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound, witnessCount } from '#domain/ask/vote/count-round.ts'
import { draftRound } from '#domain/ask/vote/draft-round.ts'
import { loadRoll } from '#domain/ask/vote/load-roll.ts'
import { printSlips } from '#domain/ask/vote/print-slips.ts'
import { sealRound } from '#domain/ask/vote/seal-round.ts'
import { yuan } from '#domain/money.ts'
import { inBatches } from './batch.ts'
import type { Turnout, VotingRound } from './district.ts'
import { phoneOf } from './neighbours.ts'
import { type Chance, dealt, later, momentBetween, seeded } from './seeded.ts'
import type { Story } from './story.ts'
import type { Needs } from './tell-needs.ts'
import { type PaperBallot, tellSheets } from './tell-sheets.ts'
import { keepKey, twoOf } from './tell-trustees.ts'

type Voter = { entryId: string; code: string; householdKey: string; ours: boolean }
type Channel = 'phone' | 'desk' | 'assisted' | 'paper'

/** The days a round was prepared on. */
const prepared: Record<string, { draft: string; slips: string; seal: string }> = {
  VR26: { draft: '2025-12-03 14:00', slips: '2025-12-04 10:00', seal: '2025-12-05 16:00' },
  VR27: { draft: '2026-11-05 14:00', slips: '2026-11-09 10:00', seal: '2026-11-12 16:00' },
}

/** How old the electors are whom the file does not tell of, in a hundred. */
const ages: ReadonlyArray<readonly [string, number]> = [
  ['18-35', 20],
  ['36-59', 38],
  ['60-79', 32],
  ['80+', 10],
]

/** The community's households by their grids: the electors of each, and whose telephone is known. */
function rollOf(story: Story, chance: Chance, { communityId, mode, eligible }: Turnout): string {
  const { district } = story
  const ours = district.residents.filter((r) => r.communityId === communityId && r.ageBand !== '14-17')
  const keys = district.grids
    .filter((g) => g.communityId === communityId)
    .flatMap((g) => Array.from({ length: g.households }, (_, i) => ({ grid: g, no: i + 1 })))
  const households = mode === 'household' ? keys.slice(0, eligible) : keys
  const each = mode === 'household' ? 1 : Math.floor(eligible / households.length)
  const more = eligible - each * households.length
  const seen = new Map<string, number>()
  return households
    .flatMap(({ grid, no }, at) => {
      const known = ours.filter(
        (r) => r.gridId === grid.id && r.householdId.endsWith(`-${String(no).padStart(2, '0')}`),
      )
      const key = known[0]?.householdId ?? `HH-${grid.id}-${String(no).padStart(4, '0')}`
      return Array.from({ length: each + (at < more ? 1 : 0) }, (_, i) => {
        const one = known[i]
        const n = (seen.get(grid.id) ?? 0) + 1
        seen.set(grid.id, n)
        if (one) return [one.displayName, key, one.ageBand, phoneOf(district, one.id)].join('\t')
        return [`${grid.name.slice(-4)} ${String(n).padStart(4, '0')} 号`, key, chance.weighted(ages)].join(
          '\t',
        )
      })
    })
    .join('\n')
}

/** 平等份额法 in the one round that chose it; everywhere else by votes, past half of the valid ballots. */
const byShares = 'VR26:C4'
const countedBy = (told: string) =>
  told === byShares
    ? ({ rule: 'mes', completion: 'add1', addStep: yuan(10) } as const)
    : ({ rule: 'greedy_threshold', thresholdPercent: 50 } as const)

/** The roll as it was printed: each elector with the code of his slip. */
async function votersOf({ db }: Story['store'], roundId: string, slips: ReadonlyArray<{ code: string }>) {
  const entries = await db
    .select({ id: rollEntries.id, personId: rollEntries.personId, householdKey: rollEntries.householdKey })
    .from(rollEntries)
    .where(eq(rollEntries.roundId, roundId))
    .orderBy(asc(rollEntries.building), asc(rollEntries.householdKey), asc(rollEntries.label))
  return entries.map(
    (e, i): Voter => ({
      entryId: e.id,
      code: slips[i]!.code,
      householdKey: e.householdKey,
      ours: e.personId !== null,
    }),
  )
}

async function openRound(story: Story, needs: Needs, round: VotingRound, of: Turnout) {
  const clerk = story.who('committee_clerk', of.communityId)
  const when = prepared[round.id]!
  const { id } = await draftRound(story.as(clerk, when.draft), {
    name: round.name,
    electorate: round.electorate,
    poolId: round.fundPoolId,
    budget: yuan(of.budget),
    needIds: of.candidates.map((c) => needs.get(c)!),
    maxChoices: Math.min(round.maxChoices, of.candidates.length),
    unit: of.mode,
    ...countedBy(`${round.id}:${of.communityId}`),
    quorumPercent: 10,
    opensOn: round.opened,
    closesOn: round.closed ?? round.closes!,
  })
  const roll = rollOf(story, seeded(`roll:${round.id}:${of.communityId}`), of)
  await loadRoll(story.as(clerk, when.draft), { roundId: id, roll })
  const slips = await printSlips(story.as(clerk, when.slips), { roundId: id })
  await keepKey(story, { roundId: id, communityId: of.communityId, when: when.slips })
  await sealRound(story.as(story.who('committee_director', of.communityId), when.seal), { roundId: id })
  return { id, voters: await votersOf(story.store, id, slips) }
}

/** So many voters out of so many households; the demo's own people keep their vote for whoever tries it. */
function whoVotes(chance: Chance, voters: readonly Voter[], of: Turnout): Voter[] {
  const households = new Map<string, Voter[]>()
  for (const v of voters) households.set(v.householdKey, [...(households.get(v.householdKey) ?? []), v])
  const some = chance.shuffled([...households.values()].filter((h) => !h.some((v) => v.ours)))
  const chosen = some.slice(0, of.participatingHouseholds)
  let more = of.voters - chosen.length
  return chosen.flatMap((h) => {
    const extra = Math.min(more, h.length - 1)
    more -= extra
    return h.slice(0, 1 + extra)
  })
}

/** Ballots whose counts are the file's; while a round is open the file tells none, and they are dealt by liking. */
function ballotsFor(chance: Chance, round: VotingRound, of: Turnout): string[][] {
  const counts = of.tally?.map((t) => [t.needId, t.votes] as const)
  if (counts) return dealt(chance, of.voters, counts)
  const liked = of.candidates.map((c, i) => [c, 10 - i * 2] as const)
  return Array.from({ length: of.voters }, () => {
    const n = 1 + chance.below(round.maxChoices)
    const chosen = new Set<string>()
    while (chosen.size < n) chosen.add(chance.weighted(liked))
    return [...chosen]
  })
}

const unhelped: ReadonlyArray<readonly [Exclude<Channel, 'assisted'>, number]> = [
  ['phone', 76],
  ['desk', 16],
  ['paper', 8],
]
const gridWorkerOf = ({ district }: Story, communityId: string) =>
  district.users.find((u) =>
    u.seats.some(
      ({ role, orgRef }) =>
        role === 'grid_worker' &&
        district.grids.some((g) => g.id === orgRef && g.communityId === communityId),
    ),
  )!

async function vote(
  story: Story,
  needs: Needs,
  round: VotingRound,
  of: Turnout,
  roundId: string,
  voters: Voter[],
) {
  const chance = seeded(`votes:${round.id}:${of.communityId}`)
  const ballots = ballotsFor(chance, round, of)
  const assisted = of.elderAssisted ?? Math.round(of.voters * 0.06)
  const grid = gridWorkerOf(story, of.communityId)
  const station = story.who('station_clerk', of.communityId.replace('C', 'ST'))
  const until = round.closed ?? '2026-11-22'
  const sheets: PaperBallot[] = []
  await inBatches(whoVotes(chance, voters, of), async (voter, i) => {
    const choices = ballots[i]!.map((c) => needs.get(c)!)
    const when = momentBetween(chance, round.opened, until)
    const channel: Channel = i < assisted ? 'assisted' : chance.weighted(unhelped)
    if (channel === 'phone')
      return castVote(story.asResident(null, null, when), { roundId, entryId: voter.entryId, choices })
    if (channel === 'paper') return void sheets.push({ code: voter.code, choices })
    const helper = channel === 'assisted' ? grid.id : station
    return castFor(story.as(helper, when), { roundId, code: voter.code, channel, choices })
  })
  const readers = [station, grid.id] as const
  const { communityId } = of
  await tellSheets(story, { roundId, communityId, out: round.opened, back: until, readers }, sheets)
}

async function conclude(story: Story, round: VotingRound, of: Turnout, roundId: string) {
  const next = later(round.closed!, 1)
  const [witness, director] = [
    story.who('supervision_member', of.communityId),
    story.who('committee_director', of.communityId),
  ]
  await witnessCount(story.as(witness, `${next} 09:00`), { roundId })
  await closeBox(story.as(director, `${next} 09:20`), { roundId })
  const keys = await twoOf(story, roundId)
  await countRound(story.as(director, `${next} 09:30`), { roundId, keys })
  await announceRound(story.as(director, `${later(next, 1)} 10:00`), { roundId })
}

/** 票决: last winter's round of four communities, announced; this autumn's of three, still open. `VR26:C3` → its id. */
export async function tellRounds(story: Story, needs: Needs): Promise<Map<string, string>> {
  const told = new Map<string, string>()
  for (const round of story.district.votingRounds)
    for (const of of round.turnout ?? round.liveTurnout ?? []) {
      const { id, voters } = await openRound(story, needs, round, of)
      await vote(story, needs, round, of, id, voters)
      if (round.turnout) await conclude(story, round, of, id)
      told.set(`${round.id}:${of.communityId}`, id)
    }
  return told
}
