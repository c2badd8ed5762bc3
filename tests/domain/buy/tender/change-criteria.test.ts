import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { proposals } from '#db/schema/index.ts'
import { draftCriteriaChange } from '#domain/buy/tender/change-criteria.ts'
import { discardAmendment } from '#domain/buy/tender/discard-amendment.ts'
import { findTender, type TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { criteriaChangeForm } from '#domain/buy/tender/forms.ts'
import { publishAmendment } from '#domain/buy/tender/publish-amendment.ts'
import { tenderPage } from '#domain/buy/tender/tender-page.ts'
import { readVersion } from '#domain/buy/tender/versions.ts'
import { afterDeadline, sentProposal } from '#tests/support/proposal.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

type Row = Partial<TenderFacts['criteria'][number]>
const asTyped = ({ id: _, tenderId: __, ordinal: ___, ...row }: TenderFacts['criteria'][number]) =>
  JSON.parse(JSON.stringify(row, (_key, value) => value ?? undefined))
/** The sheet of a call as its form sends it, some rows otherwise. */
const sheet = (call: TenderFacts, otherwise: Record<string, Row>) =>
  call.criteria.map((row) => ({ ...asTyped(row), ...otherwise[row.code] }))
const typed = (rows: unknown[], more: object = {}) =>
  criteriaChangeForm.parse({ criteria: rows, reason: '团队分的评分细则写漏了一句', ...more })
const draft = (town: Town, tenderId: string, rows: unknown[], key = 'handler', more = {}) =>
  draftCriteriaChange(town.as(key), { tenderId, ...typed(rows, more) })
const guidance = '负责人持社会工作师证书得 6 分；其余列名持证社工每名 3 分，最高 9 分。'

test('a score sheet is corrected before the deadline: published by another, read beside the old, confirmed again', async () => {
  const town = await world()
  const call = await publishedTender(town)
  const tenderId = call.id
  await sentProposal(town, call, 1)
  const better = sheet(call, { TEAM: { guidance } })
  for (const key of ['signer1', 'approver', 'dHandler'])
    await expect(draft(town, tenderId, better, key)).rejects.toMatchObject({ kind: 'forbidden' })
  // One working day is left, and a route's material change asks for three.
  town.clock.set(new Date('2026-03-19T09:00:00+08:00'))
  const { id: amendmentId } = await draft(town, tenderId, better)
  const publish = (key: string) => publishAmendment(town.as(key), { tenderId, amendmentId })
  await expect(publish('handler')).rejects.toMatchObject({ kind: 'forbidden' })
  expect((await findTender(town.db, tenderId)).criteria).toEqual(call.criteria)
  await publish('approver')
  const after = await findTender(town.db, tenderId)
  expect(after.criteria.map(asTyped)).toEqual(better)
  expect(after.deadline).toEqual(new Date('2026-03-24T17:00:00+08:00'))
  const [bid] = await town.db.select().from(proposals).where(eq(proposals.tenderId, tenderId))
  expect(bid!.state).toBe('needs_confirmation')
  const [told] = (await tenderPage(town.as(null), tenderId)).amendments
  expect(told).toMatchObject({ field: 'criteria', material: true })
  expect(
    told!.pieces
      .filter((p) => p.kind === 'new')
      .map((p) => p.text)
      .join(''),
  ).toContain('证书')
  const version = await readVersion(town.as(null), tenderId)
  expect(version.version.ordinal).toBe(2)
  expect(JSON.stringify(version.document)).toContain(guidance)
})

test('a correction keeps every bound of the sheet, changes something, and comes before the deadline', async () => {
  const town = await world()
  const call = await publishedTender(town)
  const refused = (otherwise: Record<string, Row>, reason: string, more = {}) =>
    expect(draft(town, call.id, sheet(call, otherwise), 'handler', more)).rejects.toMatchObject({ reason })
  const [price, team] = ['PRICE', 'TEAM'].map((code) => call.criteria.find((c) => c.code === code)!)
  await refused({}, 'amendment-changes-nothing')
  await refused({ TEAM: { max: team!.max - 1 } }, 'criteria-sum')
  const dearer = { PRICE: { max: price!.max + 1 }, TEAM: { max: team!.max - 1 } }
  await refused(dearer, 'criteria-price-share')
  await refused({ TEAM: { guidance: '注册资本 500 万元以上得满分' } }, 'prohibited-capital')
  await refused({ TEAM: { name: '' } }, 'criteria-sum')
  await refused({ TEAM: { guidance } }, 'deadline-only-later', { newDeadline: '2026-03-19T17:00' })
  const { id: amendmentId } = await draft(town, call.id, sheet(call, { TEAM: { guidance } }))
  await refused({ TEAM: { guidance: `${guidance}从高计。` } }, 'amendment-in-draft')
  await discardAmendment(town.as('handler'), { tenderId: call.id, amendmentId })
  town.clock.set(afterDeadline(call))
  await refused({ TEAM: { guidance } }, 'tender-not-collecting')
  for (const wrong of [{ reason: '短' }, { criteria: [{ name: 'x', max: 101 }] }, { newDeadline: '明天' }])
    expect(criteriaChangeForm.safeParse({ criteria: [], reason: '写漏了一句', ...wrong }).success).toBe(false)
})
