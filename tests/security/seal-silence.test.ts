import { expect, test } from 'vitest'
import { translator } from '#app/i18n/index.ts'
import { proposals, sealLeaves } from '#db/schema/index.ts'
import { deskOfSeal } from '#domain/buy/seal/desk.ts'
import { publicSeal, readKeyDesk, readShareDesk } from '#domain/buy/seal/read-keepers.ts'
import { readUnseal } from '#domain/buy/seal/read-unseal.ts'
import { leavesOf, readSealLog } from '#domain/buy/seal/seal-log.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import type { Refusal } from '#domain/refusal.ts'
import { sentProposal } from '#tests/support/proposal.ts'
import { splitTender } from '#tests/support/seal.ts'
import { world } from '#tests/support/world.ts'

const people = [
  'handler',
  'approver',
  'finance',
  'supervisor',
  'auditor',
  'dHandler',
  'signer1',
  'resident1',
  'admin',
  null,
]
const heard = (work: Promise<unknown>) =>
  work.then(
    (page) => JSON.stringify(page),
    (e: Refusal) => e.reason ?? String(e),
  )

test('no page of keys, shares or opening says whether anybody has sent anything', async () => {
  const town = await world()
  const tender = await splitTender(town)
  const told = () =>
    Promise.all(
      people.flatMap((who) => {
        const ctx = town.as(who)
        const reads = [readKeyDesk, readShareDesk, readUnseal, tenderPage]
        return [
          ...reads.map((read) => heard(read(ctx, tender.id))),
          heard(deskOfSeal(town.db, ctx)),
          heard(publicSeal(town.db, tender)),
          heard(readSealLog(ctx, null)),
        ]
      }),
    )
  const [before, later] = [await told(), new Date(tender.deadline.getTime() + 60_000)]
  const now = town.clock.now()
  town.clock.set(later)
  const due = await told()
  town.clock.set(now)
  for (const n of [1, 2, 3]) await sentProposal(town, tender, n)
  expect(await told()).toEqual(before)
  const rows = await town.db.select().from(sealLeaves)
  expect(rows).toHaveLength(3)
  // What the pages promise and no more: the database does hold whose, as 'bid.secret' says.
  const held = await town.db.select().from(proposals)
  expect(held.map((p) => p.supplierId).sort()).toEqual(['ORG1', 'ORG2', 'ORG3'])
  for (const t of [translator('zh-CN'), translator('en')])
    expect(t('bid.secret')).toMatch(/数据库里记着是哪家|The database does hold whose/)
  town.clock.set(later)
  const after = await told()
  // At the deadline too; of the log only a root of the day differs.
  const plain = (all: string[]) => all.map((page) => page.replace(/"root":"[0-9a-f]{64}"/g, ''))
  expect(plain(after)).toEqual(plain(due))
})

test('the log hides its true fingerprints among false ones, and finds both alike', async () => {
  const town = await world()
  const tender = await splitTender(town)
  await sentProposal(town, tender, 1)
  const [{ leaf, day }] = (await town.db.select().from(sealLeaves)) as [{ leaf: string; day: string }]
  const ctx = town.as(null)
  expect(await heard(leavesOf(town.db, ctx, day))).toBe('day-not-logged')
  expect((await readSealLog(ctx, leaf)).found).toEqual({ day: null, malformed: false })
  town.clock.pass(24 * 3_600_000)
  const listed = await leavesOf(town.db, ctx, day)
  expect(listed).toContain(leaf)
  expect(listed.length).toBeGreaterThanOrEqual(9)
  for (const one of listed) expect((await readSealLog(ctx, one)).found).toEqual({ day, malformed: false })
  expect((await readSealLog(ctx, 'f'.repeat(64))).found).toEqual({ day: null, malformed: false })
  expect((await readSealLog(ctx, 'nonsense')).found).toEqual({ day: null, malformed: true })
  const sizes = new Set<number>()
  for (const n of [2, 3, 4, 5, 6, 7, 8]) {
    town.clock.set(new Date(`2026-03-${String(n + 2).padStart(2, '0')}T09:00:00+08:00`))
    sizes.add((await leavesOf(town.db, ctx, `2026-03-0${n + 1}`)).length)
  }
  expect(sizes.size).toBeGreaterThan(3)
  town.clock.pass(1000 * 24 * 3_600_000)
  expect(await heard(leavesOf(town.db, ctx, day))).toBe('day-not-logged')
})
