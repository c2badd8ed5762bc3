import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import { ballotLinks, ballots, participations, rollEntries } from '#db/schema/index.ts'
import { castVote } from '#domain/ask/vote/cast-vote.ts'
import { ballotsOf } from '#domain/ask/vote/count-round.ts'
import { countedRound, openRound } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

const run = promisify(execFile)
const entries = (town: Town, roundId: string) =>
  town.db.select().from(rollEntries).where(eq(rollEntries.roundId, roundId))
const boxOf = async (town: Town) => ({
  ballots: (await town.db.select().from(ballots)).length,
  links: (await town.db.select().from(ballotLinks)).length,
  voters: (await town.db.select().from(participations)).length,
})

test('two hundred casts of one voter at once leave one ballot', async () => {
  const town = await world()
  const round = await openRound(town)
  const [entry] = await entries(town, round.id)
  const casts = Array.from({ length: 200 }, (_, i) =>
    castVote(town.as(null), { roundId: round.id, entryId: entry!.id, choices: [round.needIds[i % 3]!] }),
  )
  await Promise.all(casts)
  expect(await boxOf(town)).toEqual({ ballots: 1, links: 1, voters: 1 })
  await countedRound(town, round)
  expect(await ballotsOf(town.db, round.id)).toHaveLength(1)
})

test('forty voters at once, five casts each, leave forty ballots', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 40 })
  const voters = await entries(town, round.id)
  await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      castVote(town.as(null), {
        roundId: round.id,
        entryId: voters[i % 40]!.id,
        choices: [round.needIds[i % 3]!],
      }),
    ),
  )
  expect(await boxOf(town)).toEqual({ ballots: 40, links: 40, voters: 40 })
})

test('a form sent twice at once under one key casts once', async () => {
  const town = await world()
  const round = await openRound(town)
  const [entry] = await entries(town, round.id)
  const send = () =>
    castVote(town.as(null, 'one-form-key-0001'), {
      roundId: round.id,
      entryId: entry!.id,
      choices: [round.needIds[0]!],
    })
  await Promise.all([send(), send(), send()])
  const [voter] = await town.db.select().from(participations)
  await send()
  expect((await town.db.select().from(participations))[0]!.receiptNo).toBe(voter!.receiptNo)
})

test.runIf(isPg)(
  'two processes casting for one voter leave one ballot',
  async () => {
    const town = await world()
    const round = await openRound(town)
    const [entry] = await entries(town, round.id)
    const job = {
      url: town.url,
      roundId: round.id,
      entryId: entry!.id,
      choices: round.needIds,
      at: town.clock.now().getTime(),
      n: 30,
    }
    const env = { ...process.env, DATABASE_URL: town.url }
    const one = () => run('npx', ['tsx', 'tests/support/cast-many.ts', JSON.stringify(job)], { env })
    const said = await Promise.all([one(), one()])
    expect(said.map((s) => s.stdout.trim())).toEqual(['30', '30'])
    expect(await boxOf(town)).toEqual({ ballots: 1, links: 1, voters: 1 })
  },
  60_000,
)
