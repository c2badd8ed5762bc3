import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { rollEntries } from '#db/schema/index.ts'
import { castVote } from '#domain/ask/vote/cast-vote.ts'
import { identifyVoter } from '#domain/ask/vote/identify-voter.ts'
import { takeBack } from '#domain/ask/vote/paper.ts'
import { deskOf } from '#domain/open/desk.ts'
import { openSurvey } from '#tests/support/ask.ts'
import { sealedRound } from '#tests/support/vote.ts'
import { world } from '#tests/support/world.ts'

test('an open survey and an open vote wait on a resident’s own desk, the vote until he has cast it', async () => {
  const town = await world()
  await openSurvey(town)
  const round = await sealedRound(town)
  const keys = async (who: string) => (await deskOf(town.as(who))).act.map(({ key }) => key)
  await town.transact(async (tx) => {
    const [entry] = await tx.select().from(rollEntries).where(eq(rollEntries.roundId, round.id)).limit(1)
    const own = and(eq(rollEntries.roundId, round.id), eq(rollEntries.id, entry!.id))
    await tx.update(rollEntries).set({ personId: 'resident1' }).where(own)
  })
  expect(await keys('resident1')).toEqual(['survey.answer'])
  town.clock.set(new Date('2026-03-10T08:00:00+08:00'))
  expect((await keys('resident1')).sort()).toEqual(['round.vote', 'survey.answer'])
  expect(await keys('resident2')).toEqual(['survey.answer'])
  // In another community, and in a seat, nothing of it waits.
  expect(await keys('resident6')).toEqual([])
  expect(await keys('clerk')).not.toContain('survey.answer')
  const voter = town.as('resident1')
  const { paper } = await identifyVoter(voter, { roundId: round.id, code: null })
  const { entryId } = takeBack(voter, round.id, paper)!
  await castVote(voter, { roundId: round.id, entryId, choices: [round.needIds[0]!] })
  expect(await keys('resident1')).toEqual(['survey.answer'])
  town.clock.set(new Date('2026-04-01T08:00:00+08:00'))
  expect(await keys('resident1')).toEqual([])
})
