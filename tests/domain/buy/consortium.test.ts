import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { consortiumMembers, files, notices, parties } from '#db/schema/index.ts'
import { proposeAward } from '#domain/buy/award/propose-award.ts'
import { readResult } from '#domain/buy/award/result.ts'
import { hardGrounds, openedOf } from '#domain/buy/evaluation/opened.ts'
import { readOpening } from '#domain/buy/evaluation/read-opening.ts'
import { attachFile, dropFile } from '#domain/buy/proposal/attachments.ts'
import { readAgreement } from '#domain/buy/proposal/consortium/agreement-copy.ts'
import { answerAlliance } from '#domain/buy/proposal/consortium/answer-alliance.ts'
import { dissolveConsortium, formConsortium } from '#domain/buy/proposal/consortium/form-consortium.ts'
import { consortiumForm } from '#domain/buy/proposal/consortium/forms.ts'
import { readAlliance } from '#domain/buy/proposal/consortium/read-alliance.ts'
import { termsHash } from '#domain/buy/proposal/consortium/terms.ts'
import { findCall } from '#domain/buy/proposal/find-call.ts'
import { readOwn } from '#domain/buy/proposal/read-own.ts'
import { confirmProposal, submitProposal, withdrawProposal } from '#domain/buy/proposal/submit-proposal.ts'
import { compose } from '#domain/deliver/contract/compose.ts'
import { figuresOf } from '#domain/deliver/contract/draw-up-contract.ts'
import { templateOn } from '#domain/deliver/contract/template/find-template.ts'
import { termsOfAward } from '#domain/deliver/contract/terms-of-award.ts'
import { yuan } from '#domain/money.ts'
import { certifiedUntil, sanctioned } from '#tests/support/barred.ts'
import { agreeing, agreement, askedPartner, codes, publishedConsultation } from '#tests/support/consortium.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import {
  afterDeadline,
  awardedTender,
  draftedProposal,
  evaluatedTender,
  fullPoints,
  openByTwo,
  openedTender,
  proposalBy,
  sentProposal,
} from '#tests/support/proposal.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { world } from '#tests/support/world.ts'

const send = { keepDraft: true }

test('a consortium is sent only once its agreement is there and every party’s own signer has said yes to these very terms', async () => {
  const town = await world()
  const tender = await publishedConsultation(town)
  const tenderId = tender.id
  await draftedProposal(town, tender, 1, { price: yuan(500_000) })
  const memberId = await askedPartner(town, tender, 1, 2)
  const lead = town.as('signer1')
  await expect(submitProposal(lead, { tenderId, ...send })).rejects.toMatchObject({
    reason: 'proposal-lacks-consortium',
  })
  for (const stranger of ['editor3', 'signer3', 'signer1', 'handler', 'resident1', 'auditor'])
    await expect(readAlliance(town.as(stranger), memberId)).rejects.toMatchObject({ kind: 'forbidden' })
  await expect(readAlliance(town.as('signer2'), 'none')).rejects.toMatchObject({ kind: 'forbidden' })
  const shown = await readAlliance(town.as('editor2'), memberId)
  expect(shown).toMatchObject({
    lead: { name: '暖邻社会工作服务中心', share: 60 },
    partners: [{ name: '夕照居家养老服务中心', share: 40 }],
    signs: false,
    agreedAt: null,
  })
  expect(lessChance(shown)).not.toContain('500000')
  const yes = { memberId, says: 'yes' as const, terms: shown.terms! }
  await expect(answerAlliance(town.as('editor2'), yes)).rejects.toMatchObject({
    reason: 'needs-another-seat',
  })
  await answerAlliance(town.as('signer2'), yes)
  expect((await readOwn(lead, tenderId)).missing).toEqual([])

  await formConsortium(town.as('editor1'), {
    tenderId,
    share: 55,
    duty: '统筹、个案与督导',
    partners: [{ uscc: codes.ORG2, share: 45, duty: '居家护理与康复' }],
  })
  await expect(submitProposal(lead, { tenderId, ...send })).rejects.toMatchObject({
    reason: 'proposal-lacks-consortium',
  })
  await expect(answerAlliance(town.as('signer2'), yes)).rejects.toMatchObject({ reason: 'alliance-changed' })
  await agreeing(town, memberId, 2)
  await submitProposal(lead, { tenderId, ...send })
  expect(await proposalBy(town, tenderId, 'ORG1')).toMatchObject({ state: 'submitted', version: 1 })
  await expect(dissolveConsortium(lead, { tenderId })).rejects.toMatchObject({
    reason: 'withdraw-first-allies',
  })
})

test('whoever stands in a consortium neither bids alone nor stands in another, whichever came first', async () => {
  const town = await world()
  const tender = await publishedConsultation(town)
  const tenderId = tender.id
  const inFirst = await askedPartner(town, tender, 1, 2)
  const inSecond = await askedPartner(town, tender, 3, 2)
  await agreeing(town, inFirst, 2)
  await expect(agreeing(town, inSecond, 2)).rejects.toMatchObject({ reason: 'already-in-a-consortium' })
  await expect(sentProposal(town, tender, 2, { price: yuan(500_000) })).rejects.toMatchObject({
    reason: 'already-in-a-consortium',
  })
  expect((await readOwn(town.as('editor2'), tenderId)).barred).toBe('already-in-a-consortium')
  await answerAlliance(town.as('signer2'), { memberId: inFirst, says: 'no' })
  expect((await readOwn(town.as('editor2'), tenderId)).barred).toBeNull()
  await submitProposal(town.as('signer2'), { tenderId, keepDraft: true })
  await expect(agreeing(town, inSecond, 2)).rejects.toMatchObject({ reason: 'already-bids-alone' })
  await withdrawProposal(town.as('signer2'), { tenderId })
  await agreeing(town, inSecond, 2)
})

test('a party is held to what the lead is held to, when it is named, when it agrees and when it is sent', async () => {
  const town = await world()
  const tender = await publishedConsultation(town)
  const terms = (code: string) => ({
    tenderId: tender.id,
    share: 70,
    duty: '统筹与督导',
    partners: [{ uscc: code, share: 30, duty: '护理服务' }],
  })
  const form = (code: string) => formConsortium(town.as('editor1'), terms(code))
  await expect(form(codes.ORGX)).rejects.toMatchObject({ reason: 'partner-not-admitted' })
  await expect(form(codes.ORG1)).rejects.toMatchObject({ reason: 'partner-is-the-lead' })
  await expect(form('91350100M0001TGQXM')).rejects.toMatchObject({ reason: 'party-unknown' })
  const [partner] = terms(codes.ORG2).partners
  await expect(
    formConsortium(town.as('editor1'), { ...terms(codes.ORG2), share: 40, partners: [partner!, partner!] }),
  ).rejects.toMatchObject({ reason: 'partner-twice' })
  await draftedProposal(town, tender, 1, { price: yuan(500_000) })
  const memberId = await askedPartner(town, tender, 1, 2)
  const list = (credit: 'normal' | 'dishonest') =>
    town.transact((tx) => tx.update(parties).set({ credit }).where(eq(parties.id, 'ORG2')))
  await list('dishonest')
  await expect(agreeing(town, memberId, 2)).rejects.toMatchObject({ reason: 'on-dishonest-list' })
  await list('normal')
  await agreeing(town, memberId, 2)
  await list('dishonest')
  await expect(submitProposal(town.as('signer1'), { tenderId: tender.id, ...send })).rejects.toMatchObject({
    reason: 'partner-not-admitted',
  })
})

test('a consent taken back in time unmakes what was sent, and only sending anew mends it', async () => {
  const town = await world()
  const tender = await publishedConsultation(town)
  const tenderId = tender.id
  await draftedProposal(town, tender, 1, { price: yuan(500_000) })
  const memberId = await askedPartner(town, tender, 1, 2)
  await agreeing(town, memberId, 2)
  await submitProposal(town.as('signer1'), { tenderId, ...send })
  await answerAlliance(town.as('signer2'), { memberId, says: 'no' })
  expect((await proposalBy(town, tenderId, 'ORG1')).state).toBe('needs_confirmation')
  await expect(confirmProposal(town.as('signer1'), { tenderId })).rejects.toMatchObject({
    reason: 'proposal-broken',
  })
  const told = await town.db
    .select()
    .from(notices)
    .where(and(eq(notices.partyId, 'ORG1'), eq(notices.message, 'alliance-said-no')))
  expect(told).toHaveLength(2)
  await agreeing(town, memberId, 2)
  await submitProposal(town.as('signer1'), { tenderId, ...send })
  expect(await proposalBy(town, tenderId, 'ORG1')).toMatchObject({
    state: 'submitted',
    version: 2,
    brokenAt: null,
  })
  town.clock.set(tender.deadline)
  await expect(answerAlliance(town.as('signer2'), { memberId, says: 'no' })).rejects.toMatchObject({
    reason: 'proposal-too-late',
  })
})

test('another paper, or the paper put away, voids every yes; going alone frees the parties', async () => {
  const town = await world()
  const tender = await publishedConsultation(town)
  const tenderId = tender.id
  const memberId = await askedPartner(town, tender, 1, 2)
  await agreeing(town, memberId, 2)
  const allies = async () => (await readOwn(town.as('editor1'), tenderId)).allies.map((a) => a.agreed)
  expect(await allies()).toEqual([true])
  const other = Buffer.concat([agreement, Buffer.from('second')])
  await attachFile(town.as('editor1'), { tenderId, name: '新协议.pdf', bytes: other, agreement: true })
  expect(await allies()).toEqual([false])
  await agreeing(town, memberId, 2)
  const { body } = await readOwn(town.as('editor1'), tenderId)
  await dropFile(town.as('editor1'), { tenderId, hash: body.consortium!.agreement! })
  expect(await allies()).toEqual([false])
  await dissolveConsortium(town.as('editor1'), { tenderId })
  expect(await town.db.select().from(consortiumMembers)).toEqual([])
})

test('where the route admits no consortium none is formed', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  await expect(askedPartner(town, tender, 1, 2)).rejects.toMatchObject({
    reason: 'no-consortium-on-this-route',
  })
})

test('once opened, the parties with their shares stand in the record, the result and the clauses of the contract', async () => {
  const town = await world()
  const tender = await publishedConsultation(town)
  await draftedProposal(town, tender, 1, { price: yuan(500_000) })
  await agreeing(town, await askedPartner(town, tender, 1, 2), 2)
  await submitProposal(town.as('signer1'), { tenderId: tender.id, keepDraft: false })
  await sentProposal(town, tender, 3, { price: yuan(560_000) })
  const { award } = await awardedTender(town, { tender, prices: [], give: fullPoints(tender) })
  const { body } = await proposalBy(town, tender.id, 'ORG1')
  expect(body).toMatchObject({ consortium: { share: 60, partners: [{ partyId: 'ORG2', share: 40 }] } })
  expect(lessChance(body)).not.toContain('marks')
  const { record } = await readOpening(town.as('auditor'), tender.id)
  expect(record.map(({ partners }) => partners)).toContainEqual(['夕照居家养老服务中心'])
  const { parties: won } = await readResult(town.db, tender.id)
  expect(won.map(({ name, share, leads }) => [name, share, leads])).toEqual([
    ['暖邻社会工作服务中心', 60, true],
    ['夕照居家养老服务中心', 40, false],
  ])
  const terms = await termsOfAward(town.db, award.id)
  const drawn = { on: '2026-05-06', template: await templateOn(town.db, '2026-05-06') }
  const clauses = await compose(town.db, drawn, figuresOf(terms, []), {})
  const joint = clauses.find(({ words }) => words.includes('连带责任'))
  expect(joint?.words).toContain('夕照居家养老服务中心，40%')
  const alone = await compose(town.db, drawn, { ...figuresOf(terms, []), parties: [] }, {})
  expect(alone.some(({ words }) => words.includes('连带责任'))).toBe(false)
})

test('a partner barred after sending keeps the whole consortium from passing', async () => {
  const town = await world()
  const tender = await publishedConsultation(town)
  const tenderId = tender.id
  await draftedProposal(town, tender, 1, { price: yuan(500_000) })
  await agreeing(town, await askedPartner(town, tender, 1, 2), 2)
  await submitProposal(town.as('signer1'), { tenderId, keepDraft: false })
  await sentProposal(town, tender, 3, { price: yuan(560_000) })
  await certifiedUntil(town, 'ORG2', '2026-04-23')
  const hard = async () => {
    const call = await findCall(town.db, tenderId)
    const joint = (await openedOf(town.db, tenderId)).find((p) => p.supplierId === 'ORG1')!
    return hardGrounds(call, joint, town.clock.now())
  }
  await openedTender(town, { tender, prices: [] })
  expect(await hard()).toEqual(['barred'])
  await certifiedUntil(town, 'ORG2', null)
  expect(await hard()).toEqual([])
})

test('a partner barred after the evaluation is not awarded', async () => {
  const town = await world()
  const tender = await publishedConsultation(town)
  await draftedProposal(town, tender, 1, { price: yuan(500_000) })
  await agreeing(town, await askedPartner(town, tender, 1, 2), 2)
  await submitProposal(town.as('signer1'), { tenderId: tender.id, keepDraft: false })
  await sentProposal(town, tender, 3, { price: yuan(560_000) })
  await evaluatedTender(town, { tender, prices: [], give: fullPoints(tender) })
  await sanctioned(town, 'ORG2')
  const propose = (more = {}) => proposeAward(town.as('handler'), { tenderId: tender.id, ...more })
  await expect(propose()).rejects.toMatchObject({ reason: 'award-to-barred' })
  const { id: proposalId } = await proposalBy(town, tender.id, 'ORG3')
  await propose({ proposalId, reason: '第一名的联合体成员在处罚期内' })
})

test('shares are whole percents that come to a hundred, and joint liability is not left out', () => {
  const typed = (share: string, other: string, joint = 'yes') =>
    consortiumForm.safeParse({
      share,
      duty: '统筹与督导',
      partners: [
        { uscc: codes.ORG2, share: other, duty: '护理服务' },
        { uscc: '', share: '', duty: '' },
      ],
      joint,
    }).success
  expect(typed('60', '40')).toBe(true)
  for (const [lead, other] of [
    ['60', '41'],
    ['100', '0'],
    ['59.5', '40.5'],
    ['-1', '101'],
    ['六十', '40'],
  ])
    expect(typed(lead!, other!), `${lead} ${other}`).toBe(false)
  expect(typed('60', '40', '')).toBe(false)
})

test('the fingerprint of the terms changes with any word of them', () => {
  const partner = { partyId: 'ORG2', name: '乙', uscc: null, share: 40, duty: '护理' }
  const terms = { share: 60, duty: '统筹', partners: [partner], agreement: 'a' }
  const base = termsHash('ORG1', terms)
  const others = [
    termsHash('ORG3', terms),
    termsHash('ORG1', { ...terms, share: 59 }),
    termsHash('ORG1', { ...terms, duty: '督导' }),
    termsHash('ORG1', { ...terms, agreement: null }),
    termsHash('ORG1', { ...terms, partners: [{ ...partner, share: 41 }] }),
    termsHash('ORG1', { ...terms, partners: [{ ...partner, duty: '康复' }] }),
    termsHash('ORG1', { ...terms, partners: [{ ...partner, partyId: 'ORG4' }] }),
  ]
  expect(new Set([base, ...others]).size).toBe(8)
})

test('a party opens the very agreement it is asked to sign, and nobody else does; it goes with the draft, and is there again once opened', async () => {
  const town = await world()
  const tender = await publishedConsultation(town)
  const tenderId = tender.id
  await draftedProposal(town, tender, 1, { price: yuan(500_000) })
  const memberId = await askedPartner(town, tender, 1, 2)
  const read = (key: string) => readAgreement(town.as(key), memberId)
  for (const key of ['signer2', 'editor2'])
    expect(await read(key)).toMatchObject({
      name: '联合体协议.pdf',
      mime: 'application/pdf',
      bytes: agreement,
    })
  for (const stranger of ['editor3', 'signer1', 'handler', 'resident1', 'auditor'])
    await expect(read(stranger)).rejects.toMatchObject({ kind: 'forbidden' })
  const lying = async () => (await town.db.select().from(files)).filter((f) => !f.droppedAt)
  const [copy] = (await lying()).filter((f) => f.name === 'agreement')
  expect((await town.files.get(copy!.sha256))!.includes('signed by all')).toBe(false)
  const newer = Buffer.from('%PDF-1.7\n% signed anew\n%%EOF\n')
  await attachFile(town.as('editor1'), { tenderId, name: '新协议.pdf', bytes: newer, agreement: true })
  expect((await read('editor2')).bytes).toEqual(newer)
  expect((await lying()).filter((f) => f.name === 'agreement')).toHaveLength(1)
  await agreeing(town, memberId, 2)
  await submitProposal(town.as('signer1'), { tenderId, keepDraft: false })
  await expect(read('signer2')).rejects.toMatchObject({ reason: 'file-missing' })
  expect((await lying()).filter((f) => f.name === 'agreement')).toEqual([])
  await sentProposal(town, tender, 3, { price: yuan(520_000) })
  town.clock.set(afterDeadline(tender))
  await openByTwo(town, tenderId)
  expect((await read('signer2')).bytes).toEqual(newer)
  await expect(read('signer3')).rejects.toMatchObject({ kind: 'forbidden' })
})
