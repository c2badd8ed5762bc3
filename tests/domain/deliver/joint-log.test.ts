import { expect, test } from 'vitest'
import { journal } from '#db/schema/index.ts'
import { addDays, dateOf } from '#domain/dates.ts'
import { deskOfJointLog } from '#domain/deliver/contract/joint-log/desk.ts'
import { jointLogForm } from '#domain/deliver/contract/joint-log/forms.ts'
import { begunMonths, openMonths } from '#domain/deliver/contract/joint-log/months.ts'
import { jointLogPage, publicJointLog } from '#domain/deliver/contract/joint-log/read-joint-log.ts'
import { writeJointLog } from '#domain/deliver/contract/joint-log/write-joint-log.ts'
import { contractRoom } from '#domain/deliver/contract/room.ts'
import { warningsOfContract } from '#domain/deliver/supervision/warnings.ts'
import { contractNow, running } from '#tests/support/contract.ts'
import { inSeatOf } from '#tests/support/hats.ts'
import { refused } from '#tests/support/round-votes.ts'
import { type Town, world } from '#tests/support/world.ts'

const words = '网格员带社工走访了 1 号楼，居委会腾出活动室。'
const at = (town: Town, day: string) => town.clock.set(new Date(`${day}T10:00:00+08:00`))
const sides = { community: 'director', organisation: 'signer1', social_worker: 'worker1' } as const
type Side = keyof typeof sides

test('each side writes once a month what it did with the other two; the others cannot write for it, and nobody twice', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  const { from } = await contractNow(town, contractId)
  at(town, from)
  const month = from.slice(0, 7)
  const write = (who: string, sector: Side, on = month) =>
    refused(writeJointLog(town.as(who), { contractId, sector, month: on, words }))
  expect(await write('director', 'organisation')).toBe('linkage-other-sector')
  expect(await write('worker2', 'social_worker')).toBe('linkage-other-sector')
  expect(await write('director', 'community', '2020-01')).toBe('joint-log-month-closed')
  for (const [sector, who] of Object.entries(sides))
    expect(await write(who, sector as Side)).toBe('not refused')
  expect(await write('director', 'community')).toBe('joint-log-written')
  const page = await jointLogPage(town.as('director'), contractId)
  expect(page.entries.map((e) => e.sector).sort()).toEqual(Object.keys(sides).sort())
  await expect(jointLogPage(town.as('resident1'), contractId)).rejects.toMatchObject({
    reason: expect.any(String),
  })
  const shown = JSON.stringify(await publicJointLog(town.db, contractId, from))
  expect(shown).not.toContain(words)
  expect(JSON.stringify(await town.db.select().from(journal))).not.toContain(words)
})

test('who is named on the card and sits at no body of it writes from his desk, and reads his own log and no other', async () => {
  const town = await world()
  const { id: contractId } = await running(town)
  const later = addDays(dateOf((await contractNow(town, contractId)).publishedAt!), 30)
  at(town, later)
  await writeJointLog(town.as('director'), {
    contractId,
    sector: 'community',
    month: later.slice(0, 7),
    words,
  })
  const moved = (who: string) => inSeatOf(town, who, 'worker2')
  const [item] = await deskOfJointLog(town.db, moved('worker1'))
  expect(item).toMatchObject({ key: 'joint-log.write', link: `/work/${contractId}/joint-log` })
  const before = await jointLogPage(moved('worker1'), contractId)
  expect(before).toMatchObject({ sector: 'social_worker', entries: [], back: `/contracts/${contractId}` })
  const mine = { contractId, sector: 'social_worker' as const, month: later.slice(0, 7) }
  await writeJointLog(moved('worker1'), { ...mine, words: '和居委会一起走访了三户独居老人。' })
  const { entries } = await jointLogPage(moved('worker1'), contractId)
  expect(entries.map((e) => e.words)).toEqual(['和居委会一起走访了三户独居老人。'])
  expect(await refused(contractRoom(moved('worker1'), contractId))).toBe('not-your-body')
  expect(await refused(jointLogPage(moved('worker2'), contractId))).toBe('not-your-body')
})

test('sides that write nothing for as many days as the figure says are warned of, on the desk, in public, until they write', async () => {
  const town = await world()
  const { id } = await running(town)
  const { from: begins, publishedAt } = await contractNow(town, id)
  const from = [begins, dateOf(publishedAt!)].sort().at(-1)!
  const later = addDays(from, 30)
  const codes = async (day: string) => (await warningsOfContract(town.db, id, day)).map((w) => w.code)
  expect(await codes(addDays(from, 29))).not.toContain('apart')
  expect(await codes(later)).toContain('apart')
  at(town, later)
  expect((await publicJointLog(town.db, id, later)).silent).toHaveLength(3)
  const keys = async (who: string) => (await deskOfJointLog(town.db, town.as(who))).map((i) => i.key)
  for (const who of Object.values(sides)) expect(await keys(who)).toEqual(['joint-log.write'])
  expect(await keys('handler')).toEqual(['joint-log.silent'])
  for (const [sector, who] of Object.entries(sides))
    await writeJointLog(town.as(who), {
      contractId: id,
      sector: sector as Side,
      month: later.slice(0, 7),
      words,
    })
  expect(await codes(later)).not.toContain('apart')
  for (const who of [...Object.values(sides), 'handler']) expect(await keys(who)).toEqual([])
})

test('the months open and begun follow the term, and the form asks for a month and words', () => {
  const term = { from: '2026-05-01', to: '2026-07-31' }
  expect(openMonths(term, '2026-05-20')).toEqual(['2026-05'])
  expect(openMonths(term, '2026-08-20')).toEqual(['2026-07'])
  expect(begunMonths(term, '2026-12-01')).toEqual(['2026-07', '2026-06', '2026-05'])
  for (const typed of [
    { sector: 'community', month: '2026-13', words },
    { sector: 'street', month: '2026-05', words },
    { sector: 'community', month: '2026-05', words: '短' },
    { sector: 'community', month: '2026-05', words: '长'.repeat(1001) },
  ])
    expect(jointLogForm.safeParse(typed).success).toBe(false)
})
