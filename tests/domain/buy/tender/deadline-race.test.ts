import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, proposals, tenders } from '#db/schema/index.ts'
import { confirmProposal, submitProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { draftAmendment } from '#domain/buy/tender/draft-amendment.ts'
import { editTender } from '#domain/buy/tender/edit-tender.ts'
import { findTender } from '#domain/buy/tender/find-tender.ts'
import { amendmentForm } from '#domain/buy/tender/forms.ts'
import { publishAmendment } from '#domain/buy/tender/publish-amendment.ts'
import { draftedProposal } from '#tests/support/proposal.ts'
import { publishedTender, tenderWords } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const minute = 60_000
/** One who acts at a moment of his own, whatever the town's clock says. */
const acting = (town: Town, key: string, now: () => Date, form = '') => {
  const ctx = town.as(key, form || undefined)
  return { ...ctx, clock: { ...ctx.clock, now } }
}
const sending = (town: Town, tenderId: string, now: () => Date, form: string) =>
  submitProposal(acting(town, 'signer1', now, form), { tenderId, keepDraft: true })
const stored = (town: Town, tenderId: string) => findTender(town.db, tenderId).then((t) => t.deadline)

/** Twenty-one here; a thousand in `npm run prove`. */
const sends = Number(process.env.DEADLINE_SENDS ?? 21)

test('proposals sent at once within fifty milliseconds of the deadline are in or out by the clock of their own transaction', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await draftedProposal(town, tender, 1)
  const moments = Array.from({ length: sends }, (_, i) => Math.round((i * 100) / (sends - 1)) - 50)
  const sent = await Promise.allSettled(
    moments.map((late, i) =>
      sending(
        town,
        tender.id,
        () => new Date(tender.deadline.getTime() + late),
        `sent-around-the-deadline-${i}`,
      ),
    ),
  )
  for (const [i, late] of moments.entries())
    expect(sent[i]!.status, `${late} ms`).toBe(late < 0 ? 'fulfilled' : 'rejected')
  const [kept] = await town.db.select().from(proposals)
  expect(kept).toMatchObject({ state: 'submitted', version: moments.filter((late) => late < 0).length })
  expect(kept!.submittedAt!.getTime()).toBeLessThan(tender.deadline.getTime())
  expect(await stored(town, tender.id)).toEqual(tender.deadline)
}, 300_000)

test('a proposal begun before the deadline whose turn comes after it is late', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await draftedProposal(town, tender, 1)
  let now = new Date(tender.deadline.getTime() - 50)
  let free = () => {}
  const held = new Promise<void>((done) => {
    free = done
  })
  const first = town.transact(async () => held)
  const late = sending(town, tender.id, () => now, 'begun-in-time-and-late')
  now = new Date(tender.deadline.getTime() + 50)
  free()
  await first
  await expect(late).rejects.toMatchObject({ kind: 'conflict' })
  expect(await town.db.select().from(proposals)).toMatchObject([{ submittedAt: null }])
})

test('a deadline moved by a published correction admits what comes after the old one; a draft of it, or an edit, admits nothing', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const { id: tenderId, deadline } = tender
  await draftedProposal(town, tender, 1)
  const after = () => new Date(deadline.getTime() + minute)
  await expect(
    editTender(town.as('handler'), {
      tenderId,
      ...tenderWords({ deadline: new Date(deadline.getTime() + 60 * minute) }),
    }),
  ).rejects.toMatchObject({ reason: 'tender-not-draft' })
  const words = amendmentForm.parse({
    field: 'deadline',
    reason: '给大家多留一天',
    newDeadline: '2026-03-23T17:00',
  })
  const { id } = await draftAmendment(town.as('handler'), { tenderId, ...words })
  await expect(sending(town, tenderId, after, 'sent-on-a-mere-draft')).rejects.toMatchObject({
    kind: 'conflict',
  })
  expect(await stored(town, tenderId)).toEqual(deadline)
  const publish = { tenderId, amendmentId: id }
  await expect(
    publishAmendment(
      acting(town, 'approver', () => deadline),
      publish,
    ),
  ).rejects.toMatchObject({ reason: 'tender-not-collecting' })
  await publishAmendment(
    acting(town, 'approver', () => new Date(deadline.getTime() - 1)),
    publish,
  )
  await sending(town, tenderId, after, 'sent-after-the-old-deadline')
  expect(await stored(town, tenderId)).toEqual(new Date('2026-03-23T17:00:00+08:00'))
  const lines = await town.db.select().from(journal).where(eq(journal.action, 'amendment.publish'))
  expect(lines).toHaveLength(1)
  const [row] = await town.db.select().from(tenders).where(eq(tenders.id, tenderId))
  expect(row!.questionsClose.getTime()).toBeGreaterThan(tender.questionsClose.getTime())
  await expect(confirmProposal(town.as('signer1'), { tenderId })).rejects.toMatchObject({ kind: 'conflict' })
})
