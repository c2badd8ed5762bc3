import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { isPg } from '#db/dialect.ts'
import { journal, notices, proposals, tenderKeys, tenderShares } from '#db/schema/index.ts'
import { openTender } from '#domain/buy/evaluation/open-tender.ts'
import { witnessOpening } from '#domain/buy/evaluation/witness-opening.ts'
import { openSplit } from '#domain/buy/seal/open-split.ts'
import { findTender, type TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { Refusal } from '#domain/refusal.ts'
import { afterDeadline, sentProposal } from '#tests/support/proposal.ts'
import { sharesOfTwo, splitTender } from '#tests/support/seal.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

/** PostgreSQL lets them in one by one: fewer show the same there, and two processes race in a test of their own. */
const crowd = isPg ? 24 : 200
/** What a crowd doing the same thing at once was answered: each got through, or was refused in words. */
async function crowded(act: (n: number) => Promise<{ outcome: string }>) {
  const all = await Promise.allSettled(Array.from({ length: crowd }, (_, n) => act(n)))
  const [won, refused]: [string[], string[]] = [[], []]
  for (const one of all) {
    if (one.status === 'fulfilled') won.push(one.value.outcome)
    else if (one.reason instanceof Refusal) refused.push(one.reason.reason)
    else throw one.reason
  }
  return { won, refused: new Set(refused) }
}

async function sent(town: Town, tender: TenderFacts, many = 3) {
  for (let n = 1; n <= many; n++) await sentProposal(town, tender, n)
  town.clock.set(afterDeadline(tender))
  return tender.id
}
const said = async (town: Town, act: string) =>
  (await town.db.select().from(journal)).filter((line) => line.action === act)
const bidsOf = (town: Town, tenderId: string) =>
  town.db.select().from(proposals).where(eq(proposals.tenderId, tenderId))

/** One opening and no more: each proposal has a number of its own, and each bidder was told once. */
async function openedOnce(town: Town, tenderId: string) {
  expect(await said(town, 'tender.open')).toHaveLength(1)
  const bids = await bidsOf(town, tenderId)
  expect(bids.map((p) => p.state)).toEqual(['opened', 'opened', 'opened'])
  expect(bids.map((p) => p.alias).sort()).toEqual(['1', '2', '3'])
  const told = await town.db.select().from(notices).where(eq(notices.message, 'tender-opened'))
  expect(told).toHaveLength(3)
}

test('a crowd at once opens a simply sealed call one time', async () => {
  const town = await world()
  const tenderId = await sent(town, await publishedTender(town))
  await witnessOpening(town.as('supervisor'), { tenderId })
  const { won, refused } = await crowded(() => openTender(town.as('handler'), { tenderId }))
  expect(won).toEqual(['opened'])
  expect([...refused]).toEqual(['not-in-this-state'])
  await openedOnce(town, tenderId)
}, 60_000)

test('a crowd at once with the right shares opens a split call one time, and keeps one record', async () => {
  const town = await world()
  const tenderId = await sent(town, await splitTender(town))
  const shares = await sharesOfTwo(town, tenderId)
  const who = (n: number) => town.as(n % 2 ? 'handler' : 'auditor')
  const { won, refused } = await crowded((n) => openSplit(who(n), { tenderId, ...shares }))
  expect(won).toEqual(['opened'])
  // Some of them had joined the key and opened everything in memory before they lost.
  expect([...refused].sort()).toEqual(['not-in-this-state', 'passphrase-rests'])
  await openedOnce(town, tenderId)
  const keys = await town.db.select().from(tenderKeys)
  expect(keys.filter((key) => key.recordHash && key.recordSignature)).toHaveLength(1)
}, 60_000)

test('a crowd at once with too few inside fails the call one time, and the shares are gone', async () => {
  const town = await world()
  const tenderId = await sent(town, await splitTender(town), 2)
  const shares = await sharesOfTwo(town, tenderId)
  const { won } = await crowded(() => openSplit(town.as('handler'), { tenderId, ...shares }))
  expect(won).toEqual(['failed'])
  expect(await said(town, 'tender.fail')).toHaveLength(1)
  expect(await town.db.select().from(tenderShares)).toEqual([])
  expect((await findTender(town.db, tenderId)).state).toBe('failed')
  expect((await bidsOf(town, tenderId)).every((p) => p.state === 'submitted' && p.body === null)).toBe(true)
}, 60_000)
