import { expect, test } from 'vitest'
import { workCalendar } from '#app/ports/work-calendar.ts'
import { readFeedback } from '#domain/buy/award/result.ts'
import { readChallenges } from '#domain/buy/challenge/read-challenge.ts'
import { readOwnComplaint } from '#domain/buy/challenge/read-complaint.ts'
import { submitChallenge } from '#domain/buy/challenge/submit-challenge.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { awardedTender, proposalBy } from '#tests/support/proposal.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

test('a bidder sees on each page how long is left, and by which rule', async () => {
  const town = await world()
  const call = await publishedTender(town)
  const own = await readOwn(town.as('editor1'), call.id)
  // 2026-03-02 to 2026-03-20 is fourteen working days; below the threshold the rule is the route's own.
  const until = { on: '2026-03-20', left: 14, count: 'working', mark: 'reference', late: false }
  expect(own.call.clock).toMatchObject({ ...until, article: call.method.basis })
  const board = await tenderPage(town.as(null), call.id)
  expect(board.clocks).toMatchObject({ propose: until, confirm: null, object: [{ matter: 'document' }] })

  const { tender, award } = await awardedTender(town, { tender: call })
  const last = new Date(award.windowEndsAt!.getTime() - 1)
  const { clocks } = await tenderPage(town.as(null), tender.id)
  expect(clocks.object.map((one) => one.matter)).toContain('result')
  const [mine, theirs] = [
    await proposalBy(town, tender.id, 'ORG1'),
    await proposalBy(town, tender.id, 'ORG2'),
  ]
  const won = await readFeedback(town.as('signer1'), tender.id, mine.id)
  const lost = await readFeedback(town.as('signer2'), tender.id, theirs.id)
  expect(won.clocks.object).toMatchObject({ left: 5, count: 'working', article: call.method.basis })
  expect(won.clocks.sign).toMatchObject({ code: 'SIGN_CONTRACT', left: 30, mark: 'statute' })
  expect(lost.clocks.sign).toBeNull()

  const items = '成交结果：第二名的团队分算少了，请复核。'
  const { id } = await submitChallenge(town.as('signer2'), { tenderId: tender.id, items })
  const [raised] = (await readChallenges(town.as('signer2'), tender.id)).own
  expect(raised!.clocks).toMatchObject({ reply: { code: 'CHALLENGE_REPLY', left: 7 }, complaint: null })
  expect((await readOwnComplaint(town.as('signer2'), tender.id, id)).clock).toBeNull()
  const { windows } = await readChallenges(town.as('signer2'), tender.id)
  expect(windows.find((w) => w.matter === 'result')!.clock).toMatchObject({ left: 5, late: false })
  town.clock.set(new Date(last.getTime() + 1))
  const over = await readFeedback(town.as('signer2'), tender.id, theirs.id)
  expect(over.clocks.object).toMatchObject({ left: -1, late: true })
  town.clock.set(new Date('2026-04-20T09:00:00+08:00'))
  const { clock } = await readOwnComplaint(town.as('signer2'), tender.id, id)
  expect(clock).toMatchObject({ code: 'COMPLAINT_WINDOW', mark: 'statute', count: 'working' })
})

test('a call whose clocks run into a year without a holiday notice is still read', async () => {
  const town = await world()
  const call = await publishedTender(town)
  const ctx = town.as(null)
  const board = await tenderPage({ ...ctx, calendar: workCalendar([]) }, call.id)
  expect(board.clocks).toMatchObject({ propose: { on: '2026-03-20', left: null }, object: [] })
})
