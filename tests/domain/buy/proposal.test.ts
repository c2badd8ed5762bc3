import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { noteAddress } from '#app/http/address.server.ts'
import { sentFromOf } from '#app/http/sent-from.server.ts'
import { parties, proposals, tenders } from '#db/schema/index.ts'
import { attachFile, dropFile } from '#domain/buy/proposal/attachments.ts'
import { findCall } from '#domain/buy/proposal/find-call.ts'
import { budgetForm } from '#domain/buy/proposal/forms.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { confirmProposal, submitProposal, withdrawProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { answerInvitation, dropWorker, nameWorker, readInvitation } from '#domain/buy/proposal/team.ts'
import { confirmOrganisation, promiseIndicators, writeBudget } from '#domain/buy/proposal/write-sections.ts'
import { draftAmendment } from '#domain/buy/tender/draft-amendment.ts'
import { publishAmendment } from '#domain/buy/tender/publish-amendment.ts'
import { yuan } from '#domain/money.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import { draftedProposal, proposalBy, sentProposal } from '../../support/proposal.ts'
import { publishedGrant, publishedTender } from '../../support/tender.ts'
import { world } from '../../support/world.ts'

test('a proposal is written over many sittings, sealed when sent, and its receipt carries hash and number', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await draftedProposal(town, tender, 1)
  const before = await readOwn(town.as('editor1'), tender.id)
  expect(before.missing).toEqual([])
  expect(before.body.budget?.price).toBe(yuan(185_000))
  const { receiptNo } = await submitProposal(town.as('signer1'), { tenderId: tender.id, keepDraft: false })
  const sent = await proposalBy(town, tender.id, 'ORG1')
  expect(sent).toMatchObject({
    state: 'submitted',
    version: 1,
    receiptNo,
    draftSealed: null,
    price: null,
    body: null,
  })
  expect(sent.receiptNo).toBe(`HZ-2026-${sent.sealHash!.slice(0, 10).toUpperCase()}`)
  expect(lessChance(sent.sealed)).not.toContain('185')
})

test('a street’s centre stands near a need of its street, whoever buys', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await town.transact(async (tx) => void (await tx.update(tenders).set({ buyerId: 'GOV' })))
  expect((await findCall(town.db, tender.id)).centreIds).toContain('SC1')
})

test('only the signer sends, and only for his own body', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await draftedProposal(town, tender, 1)
  const input = { tenderId: tender.id, keepDraft: false }
  for (const key of ['editor1', 'handler', 'resident1', 'expert1', 'auditor'])
    await expect(submitProposal(town.as(key), input)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(submitProposal(town.as('signer2'), input)).rejects.toMatchObject({
    reason: 'proposal-lacks-organisation',
  })
  for (const key of ['handler', 'approver', 'centre', 'director', 'auditor', 'admin'])
    await expect(readOwn(town.as(key), tender.id)).rejects.toMatchObject({ kind: 'forbidden' })
})

test('the deadline holds to the millisecond, by the clock read inside the transaction', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await draftedProposal(town, tender, 1)
  await draftedProposal(town, tender, 2)
  town.clock.set(new Date(tender.deadline.getTime() - 1))
  await submitProposal(town.as('signer1'), { tenderId: tender.id, keepDraft: true })
  town.clock.pass(1)
  const late = { reason: 'proposal-too-late' }
  await expect(
    submitProposal(town.as('signer2'), { tenderId: tender.id, keepDraft: false }),
  ).rejects.toMatchObject(late)
  await expect(withdrawProposal(town.as('signer1'), { tenderId: tender.id })).rejects.toMatchObject(late)
  await expect(
    confirmOrganisation(town.as('signer2'), { tenderId: tender.id, contact: '迟到' }),
  ).rejects.toMatchObject(late)
  expect((await proposalBy(town, tender.id, 'ORG2')).state).toBe('draft')
})

test('until the deadline it may be replaced and withdrawn; the last one counts', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await sentProposal(town, tender, 1, { keepDraft: true })
  const first = await proposalBy(town, tender.id, 'ORG1')
  await writeBudget(town.as('signer1'), {
    tenderId: tender.id,
    price: yuan(170_000),
    lines: [{ kind: 'staff', label: '人员', amount: yuan(170_000) }],
  })
  expect((await proposalBy(town, tender.id, 'ORG1')).sealed).toBe(first.sealed)
  await submitProposal(town.as('signer1'), { tenderId: tender.id, keepDraft: false })
  const second = await proposalBy(town, tender.id, 'ORG1')
  expect(second.version).toBe(2)
  expect(second.receiptNo).not.toBe(first.receiptNo)
  await withdrawProposal(town.as('signer1'), { tenderId: tender.id })
  expect(await proposalBy(town, tender.id, 'ORG1')).toMatchObject({ state: 'withdrawn', sealed: null })
  await expect(withdrawProposal(town.as('signer1'), { tenderId: tender.id })).rejects.toMatchObject({
    reason: 'not-in-this-state',
  })
})

test('who is listed, who buys, who posted the need and who designs may not propose', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const words = { tenderId: tender.id, contact: '联系人' }
  await expect(confirmOrganisation(town.as('signerX'), words)).rejects.toMatchObject({
    reason: 'on-abnormal-list',
  })
  await expect(confirmOrganisation(town.as('soloist'), words)).rejects.toMatchObject({
    reason: 'individuals-not-on-this-route',
  })
  await expect(confirmOrganisation(town.as('groupSigner'), words)).rejects.toMatchObject({
    reason: 'groups-not-on-this-route',
  })
  const sits = (
    role: 'street_finance' | 'committee_clerk' | 'centre_officer' | 'resident',
    partyId: string,
  ) => {
    const ctx = town.as('signer1')
    return { ...ctx, actor: { ...ctx.actor, seats: [...ctx.actor.seats, { id: 'extra', role, partyId }] } }
  }
  await expect(confirmOrganisation(sits('street_finance', 'S1'), words)).rejects.toMatchObject({
    reason: 'buyers-people-do-not-propose',
  })
  await expect(confirmOrganisation(sits('committee_clerk', 'C1'), words)).rejects.toMatchObject({
    reason: 'posters-do-not-propose',
  })
  await expect(confirmOrganisation(sits('centre_officer', 'SC1'), words)).rejects.toMatchObject({
    reason: 'designers-do-not-propose',
  })
  await confirmOrganisation(sits('resident', 'C1'), words)
  await town.transact((tx) => tx.update(parties).set({ credit: 'dishonest' }).where(eq(parties.id, 'ORG1')))
  await expect(confirmOrganisation(town.as('signer1'), words)).rejects.toMatchObject({
    reason: 'on-dishonest-list',
  })
})

test('a credit code that fails its check digit needs a reason, which stays on record', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await town.transact((tx) =>
    tx.update(parties).set({ uscc: '91350100M0001TGQXM' }).where(eq(parties.id, 'ORG1')),
  )
  const words = { tenderId: tender.id, contact: '联系人' }
  await expect(confirmOrganisation(town.as('editor1'), words)).rejects.toMatchObject({
    reason: 'credit-code-fails',
  })
  await confirmOrganisation(town.as('editor1'), { ...words, override: '早期试点发放的代码，证书原件已核' })
  const own = await readOwn(town.as('editor1'), tender.id)
  expect(own.supplier.usccOverride).toBe('早期试点发放的代码，证书原件已核')
})

test('every social worker named agrees personally, and sits in one team of a tender', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await confirmOrganisation(town.as('editor1'), { tenderId: tender.id, contact: '联系人' })
  const asked = await nameWorker(town.as('editor1'), { tenderId: tender.id, certNo: 'T-0', leads: true })
  const also = await nameWorker(town.as('editor2'), { tenderId: tender.id, certNo: 'T-0', leads: true })
  expect(await readInvitation(town.as('worker1'), asked.memberId)).toMatchObject({
    leads: true,
    consentedAt: null,
  })
  await expect(readInvitation(town.as('worker2'), asked.memberId)).rejects.toMatchObject({
    reason: 'only-the-member',
  })
  await expect(
    answerInvitation(town.as('editor1'), { memberId: asked.memberId, says: 'yes' }),
  ).rejects.toMatchObject({
    reason: 'only-the-member',
  })
  const yes = (memberId: string) => answerInvitation(town.as('worker1'), { memberId, says: 'yes' })
  await yes(asked.memberId)
  await expect(yes(also.memberId)).rejects.toMatchObject({ reason: 'already-in-a-team' })
  await answerInvitation(town.as('worker1'), { memberId: also.memberId, says: 'no' })
  expect((await readOwn(town.as('editor2'), tender.id)).team).toEqual([])
  await expect(
    nameWorker(town.as('editor1'), { tenderId: tender.id, certNo: 'T-9', leads: false }),
  ).rejects.toMatchObject({ reason: 'licence-unknown' })
})

test('a team is not thinned behind a proposal already sent', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const memberId = await draftedProposal(town, tender, 1)
  await submitProposal(town.as('signer1'), { tenderId: tender.id, keepDraft: true })
  await expect(dropWorker(town.as('editor1'), { tenderId: tender.id, memberId })).rejects.toMatchObject({
    reason: 'withdraw-first',
  })
  await withdrawProposal(town.as('signer1'), { tenderId: tender.id })
  await dropWorker(town.as('editor1'), { tenderId: tender.id, memberId })
  await expect(
    submitProposal(town.as('signer1'), { tenderId: tender.id, keepDraft: false }),
  ).rejects.toMatchObject({
    kind: 'conflict',
  })
})

test('the sheet adds up to the price, and the price stays under the ceiling', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const lines = [{ kind: 'staff' as const, label: '人员', amount: yuan(210_001) }]
  await expect(
    writeBudget(town.as('editor1'), { tenderId: tender.id, price: yuan(210_001), lines }),
  ).rejects.toMatchObject({ reason: 'price-over-ceiling' })
  const typed = (price: string, amounts: string[]) =>
    budgetForm.safeParse({
      price,
      lines: amounts.map((amount) => ({ kind: 'staff', label: '人员', amount })),
    })
  expect(typed('100.50', ['100', '0.50', '']).success).toBe(false)
  expect(
    budgetForm.safeParse({
      price: '100.50',
      lines: [
        { kind: 'staff', label: '人员', amount: '100.50' },
        { kind: 'activity', label: '', amount: '' },
      ],
    }).success,
  ).toBe(true)
  expect(typed('100', ['99']).success).toBe(false)
  expect(typed('一百', ['99']).success).toBe(false)
  expect(budgetForm.safeParse({ price: '1', lines: [] }).success).toBe(false)
  // A row of which only a part is filled is said to be wrong, not thrown away.
  const row = { kind: 'staff', label: '社工', amount: '10', quantity: '', unit: '', unitPrice: '' }
  const empty = { kind: '', label: '', amount: '', quantity: '', unit: '', unitPrice: '' }
  const begun = (part: object) => budgetForm.safeParse({ price: '10', lines: [row, { ...empty, ...part }] })
  expect(begun({}).success).toBe(true)
  for (const part of [{ quantity: '3' }, { unit: '次' }, { unitPrice: '5' }])
    expect(begun(part).error?.issues[0]?.path.slice(0, 2), JSON.stringify(part)).toEqual(['lines', 1])
})

test('indicators may be promised higher, never lower', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const promise = (value: number) =>
    promiseIndicators(town.as('editor1'), {
      tenderId: tender.id,
      promised: [
        { code: 'K1', value },
        { code: 'K2', value: 95 },
      ],
    })
  await expect(promise(2079)).rejects.toMatchObject({ reason: 'indicator-below-asked' })
  await promise(2080)
  await expect(
    promiseIndicators(town.as('editor1'), { tenderId: tender.id, promised: [{ code: 'K1', value: 3000 }] }),
  ).rejects.toMatchObject({ reason: 'indicator-not-promised' })
})

test('an attachment is told by its bytes, sealed before it is stored, and never more than six', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const pdf = (n: number) => Buffer.from(`%PDF-1.7\n% canary-${n}\n%%EOF\n`)
  const attach = (name: string, bytes: Buffer) =>
    attachFile(town.as('editor1'), { tenderId: tender.id, name, bytes })
  await expect(attach('plan.pdf', Buffer.from('<html>not a pdf</html>'))).rejects.toMatchObject({
    reason: 'file-kind',
  })
  await expect(attach('plan.pdf', Buffer.alloc(0))).rejects.toMatchObject({ reason: 'file-too-large' })
  await expect(attach('x.pdf', Buffer.concat([pdf(0), Buffer.alloc(5 * 1024 * 1024)]))).rejects.toMatchObject(
    {
      reason: 'file-too-large',
    },
  )
  for (const n of [1, 2, 3, 4, 5, 6]) await attach('../../年报<>.exe', pdf(n))
  await expect(attach('seven.pdf', pdf(7))).rejects.toMatchObject({ reason: 'too-many-files' })
  const { body } = await readOwn(town.as('editor1'), tender.id)
  expect(body.attachments[0]).toMatchObject({ name: '....年报.pdf', mime: 'application/pdf' })
  const kept = await town.files.get(body.attachments[0]!.sealedHash)
  expect(kept?.includes('canary')).toBe(false)
  await dropFile(town.as('editor1'), { tenderId: tender.id, hash: body.attachments[0]!.hash })
  expect((await readOwn(town.as('editor1'), tender.id)).body.attachments).toHaveLength(5)
})

test('after a material change only what is confirmed again counts', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await sentProposal(town, tender, 1)
  const change = await draftAmendment(town.as('handler'), {
    tenderId: tender.id,
    field: 'requirement',
    was: '每周上门探访一次',
    now: '每周上门探访两次',
    reason: '居民议事会要求',
    material: true,
    newDeadline: new Date('2026-03-27T17:00:00+08:00'),
  } as Parameters<typeof draftAmendment>[1])
  await publishAmendment(town.as('approver'), { tenderId: tender.id, amendmentId: change.id })
  expect((await proposalBy(town, tender.id, 'ORG1')).state).toBe('needs_confirmation')
  await expect(confirmProposal(town.as('editor1'), { tenderId: tender.id })).rejects.toMatchObject({
    kind: 'forbidden',
  })
  await confirmProposal(town.as('signer1'), { tenderId: tender.id })
  expect(await proposalBy(town, tender.id, 'ORG1')).toMatchObject({ state: 'submitted', version: 1 })
})

test('a licensed social worker alone and a group with a custodian ask for a micro grant', async () => {
  const town = await world()
  const tender = await publishedGrant(town)
  const ask = async (key: string, certNo: string) => {
    const ctx = town.as(key)
    await confirmOrganisation(ctx, { tenderId: tender.id, contact: '联系人' })
    return nameWorker(ctx, { tenderId: tender.id, certNo, leads: true })
  }
  await ask('soloist', 'T-4')
  const [own] = (await readOwn(town.as('soloist'), tender.id)).team
  expect(own).toMatchObject({ personId: 'soloist', leads: true })
  expect(own!.consentedAt).not.toBeNull()
  await ask('groupSigner', 'T-3')
  expect(await town.db.select().from(proposals)).toHaveLength(2)
})

test('where it was sent from is kept as a word of this call alone, until it is withdrawn', async () => {
  const town = await world()
  const [one, two] = [await publishedTender(town), await publishedTender(town)]
  const sender = (address: string, agent: string) => {
    const request = new Request('http://localhost/', { headers: { 'user-agent': agent } })
    noteAddress(request, address)
    return (tenderId: string) => sentFromOf(town.as('signer1'), request, tenderId)
  }
  const office = sender('203.0.113.7', 'Browser 1')
  expect(office(one.id)).toBe(sender('203.0.113.7', 'Browser 1')(one.id))
  for (const other of [
    office(two.id),
    sender('203.0.113.8', 'Browser 1')(one.id),
    sender('203.0.113.7', 'B')(one.id),
  ])
    expect(other).not.toBe(office(one.id))
  expect(office(one.id)).toMatch(/^[\w-]{43}$/)
  await draftedProposal(town, one, 1)
  const send = { tenderId: one.id, keepDraft: true, sentFrom: office(one.id) }
  await submitProposal(town.as('signer1'), send)
  expect((await proposalBy(town, one.id, 'ORG1')).sentFrom).toBe(office(one.id))
  expect(JSON.stringify(await readOwn(town.as('signer1'), one.id))).not.toContain(office(one.id))
  await withdrawProposal(town.as('signer1'), { tenderId: one.id })
  expect((await proposalBy(town, one.id, 'ORG1')).sentFrom).toBeNull()
})
