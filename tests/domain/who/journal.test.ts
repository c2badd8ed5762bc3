import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, journalSeals } from '#db/schema/index.ts'
import { checkSeals, sealJournal } from '#domain/journal-seal.ts'
import { withdrawSeat } from '#domain/open/handover/withdraw-seat.ts'
import { readJournal } from '#domain/open/read-journal.ts'
import { grantSeat } from '#domain/who/seat/grant-seat.ts'
import { type Town, world } from '../../support/world.ts'

const seat = { role: 'committee_clerk', partyId: 'C1', from: '2026-03-02', ground: '任职文件' } as const
const minutes = 60_000

/** Two acts, sealed; two more, sealed on top. */
async function sealed() {
  const town = await world()
  const ids: string[] = []
  for (const personId of ['resident1', 'resident2', 'resident3', 'resident4']) {
    ids.push((await grantSeat(town.as('admin'), { ...seat, personId })).seatId)
    town.clock.pass(2 * minutes)
    if (ids.length % 2 === 0) await sealJournal(town.transact, town.clock)
  }
  return { town, ids }
}
const broken = async (town: Town) => (await checkSeals(town.db)).broken

test('the journal is sealed in turn, each line once, and holds', async () => {
  const { town } = await sealed()
  const seals = await town.db.select().from(journalSeals).orderBy(journalSeals.ordinal)
  expect(seals.map((s) => s.lines)).toEqual([2, 2])
  expect(await checkSeals(town.db)).toMatchObject({ broken: null, last: { hash: seals[1]!.hash } })
  await sealJournal(town.transact, town.clock)
  expect(await town.db.select().from(journalSeals)).toHaveLength(2)
})

test('a line less than a minute old waits for the next seal', async () => {
  const { town } = await sealed()
  await grantSeat(town.as('admin'), { ...seat, personId: 'resident5' })
  town.clock.pass(minutes - 1)
  await sealJournal(town.transact, town.clock)
  const sealedLines = async () =>
    (await town.db.select().from(journalSeals).orderBy(journalSeals.ordinal)).map((s) => s.lines)
  expect(await sealedLines()).toEqual([2, 2])
  town.clock.pass(1)
  await sealJournal(town.transact, town.clock)
  expect(await sealedLines()).toEqual([2, 2, 1])
})

test('a line changed, taken out or put in, or a seal rewritten, is found with its seal', async () => {
  const tampered = async (tamper: (town: Town, id: string) => Promise<unknown>, at: number) => {
    const { town, ids } = await sealed()
    await tamper(town, ids[at]!)
    return broken(town)
  }
  const line = (id: string) => eq(journal.subject, id)
  for (const at of [0, 1, 2, 3]) {
    const own = at < 2 ? 1 : 2
    const changed = (town: Town, id: string) =>
      town.transact((tx) => tx.update(journal).set({ actorId: 'handler' }).where(line(id)))
    expect(await tampered(changed, at)).toBe(own)
    const words = (town: Town, id: string) =>
      town.transact((tx) =>
        tx
          .update(journal)
          .set({ detail: { ground: '别的文件' } })
          .where(line(id)),
      )
    expect(await tampered(words, at)).toBe(own)
    const gone = (town: Town, id: string) => town.transact((tx) => tx.delete(journal).where(line(id)))
    expect(await tampered(gone, at)).toBe(own)
  }
  const added = (town: Town) =>
    town.transact((tx) =>
      tx.insert(journal).values({ at: new Date('2026-03-02T01:00:30Z'), action: 'a.b', subject: 's' }),
    )
  expect(await tampered(added, 0)).toBe(1)
  const resealed = (town: Town) =>
    town.transact((tx) => tx.update(journalSeals).set({ hash: 'x' }).where(eq(journalSeals.ordinal, 1)))
  expect(await tampered(resealed, 0)).toBe(1)
})

test('an auditor finds lines by matter, by person and by day; nobody else reads the journal', async () => {
  const { town, ids } = await sealed()
  town.clock.pass(86_400_000)
  await withdrawSeat(town.as('admin'), { seatId: ids[0]!, ground: '离任' })
  const found = async (sought: Parameters<typeof readJournal>[1], key = 'auditor') =>
    (await readJournal(town.as(key), sought)).lines.map((l) => `${l.action} ${ids.indexOf(l.subject)}`)
  expect(await found({ about: ` ${ids[0]} ` })).toEqual(['seat.withdraw 0', 'seat.grant 0'])
  expect(await found({ on: '2026-03-03' }, 'security')).toEqual(['seat.withdraw 0'])
  expect(await found({ on: '2026-03-02' })).toHaveLength(4)
  expect(await found({ by: 'admin' })).toHaveLength(5)
  expect(await found({ by: 'handler' })).toEqual([])
  expect(await found({ on: '2026-02-30', before: 'x' })).toHaveLength(5)
  const [line] = (await readJournal(town.as('auditor'), { about: ids[1]! })).lines
  expect(line).toMatchObject({ person: 'admin', role: 'system_admin', party: '栖禾区民政局' })
  expect(line!.detail).toContain('任职文件')
  for (const key of [null, 'admin', 'handler', 'dApprover', 'resident1'])
    await expect(readJournal(town.as(key), {})).rejects.toMatchObject({ kind: 'forbidden' })
})

test('no auditor learns here how many proposals or ballots there are, nor which resident did what', async () => {
  const town = await world()
  const at = town.clock.now()
  const line = { at, subject: 's' }
  const own = { actorId: 'resident1', role: 'resident', partyId: 'C1' }
  await town.transact((tx) =>
    tx.insert(journal).values([
      { ...line, action: 'proposal.sealed_act' },
      { ...line, action: 'ballot.cast' },
      { ...line, action: 'ballot.assist', actorId: 'clerk', role: 'committee_clerk', partyId: 'C1' },
      { ...line, action: 'rating.give', ...own },
      { ...line, action: 'suggestion.submit', actorId: 'resident2' },
    ]),
  )
  const { lines } = await readJournal(town.as('auditor'), { about: 's' })
  expect(lines.map((l) => l.action).sort()).toEqual(['rating.give', 'suggestion.submit'])
  expect(JSON.stringify(lines)).not.toMatch(/resident[12]/)
  expect((await readJournal(town.as('auditor'), { by: 'resident1' })).lines).toEqual([])
})

test('a long journal is read in pages, each line once', async () => {
  const town = await world()
  const line = (n: number) => ({
    at: new Date(Date.UTC(2026, 2, 2, 1, 0, n)),
    action: 'a.b',
    subject: `s${n}`,
  })
  await town.transact((tx) => tx.insert(journal).values(Array.from({ length: 120 }, (_, n) => line(n))))
  const seen: string[] = []
  for (let before: string | null = ''; before !== null; ) {
    const page = await readJournal(town.as('auditor'), before ? { before } : {})
    seen.push(...page.lines.filter((l) => l.action === 'a.b').map((l) => l.subject))
    before = page.more
  }
  expect(seen).toEqual(Array.from({ length: 120 }, (_, n) => `s${119 - n}`))
  expect(await town.db.$count(journal, and(eq(journal.action, 'a.b')))).toBe(120)
})
