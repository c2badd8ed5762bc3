import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import {
  consultations,
  finalOffers,
  journal,
  methods,
  notices,
  priceCorrections,
  proposals,
  tenderShares,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { readFeedback, readResult } from '#domain/buy/award/result.ts'
import { carryOut } from '#domain/buy/challenge/remedy.ts'
import { answerCorrection } from '#domain/buy/evaluation/answer-correction.ts'
import { inProportion } from '#domain/buy/evaluation/consultation/final-budget.ts'
import { writeFinal } from '#domain/buy/evaluation/consultation/final-draft.ts'
import { consultationOf, stampOf } from '#domain/buy/evaluation/consultation/find-consultation.ts'
import { readConsultation } from '#domain/buy/evaluation/consultation/read-consultation.ts'
import {
  publicRound,
  readFinal,
  readFinalSealing,
  roundOf,
} from '#domain/buy/evaluation/consultation/read-final.ts'
import { sendFinal } from '#domain/buy/evaluation/consultation/send-final.ts'
import { askFinals, writeConsultation } from '#domain/buy/evaluation/consultation/write-consultation.ts'
import { agreeCorrection, findCorrection } from '#domain/buy/evaluation/correct-price.ts'
import { deskOfEvaluation } from '#domain/buy/evaluation/desk.ts'
import { seatsOf } from '#domain/buy/evaluation/find-panel.ts'
import { openedOf } from '#domain/buy/evaluation/opened.ts'
import { voteLowPrice, voteQualification } from '#domain/buy/evaluation/qualify.ts'
import { readOpening } from '#domain/buy/evaluation/read-opening.ts'
import { readSignals } from '#domain/buy/evaluation/read-signals.ts'
import { declareClear, recuse } from '#domain/buy/evaluation/recuse.ts'
import { drawUpReport, signReport } from '#domain/buy/evaluation/report.ts'
import { submitSheet } from '#domain/buy/evaluation/score.ts'
import { trailOfEvaluation } from '#domain/buy/evaluation/trail.ts'
import type { SetRoute } from '#domain/buy/plan/forms.ts'
import { methodsInForce } from '#domain/buy/plan/routes-for.ts'
import { setRoute } from '#domain/buy/plan/set-route.ts'
import { findCall } from '#domain/buy/proposal/find-call.ts'
import { chooseSealMode } from '#domain/buy/seal/choose-mode.ts'
import { deskOfSeal } from '#domain/buy/seal/desk.ts'
import { keysOf } from '#domain/buy/seal/find-keepers.ts'
import { printShare } from '#domain/buy/seal/keep-share.ts'
import { openDue } from '#domain/buy/seal/open-due.ts'
import { readRecords, readUnseal } from '#domain/buy/seal/read-unseal.ts'
import { recheckOpening } from '#domain/buy/seal/recheck-opening.ts'
import { cancelTender } from '#domain/buy/tender/cancel-tender.ts'
import { documentCodeOf, findTender } from '#domain/buy/tender/find-tender.ts'
import { compose } from '#domain/deliver/contract/compose.ts'
import { figuresOf } from '#domain/deliver/contract/draw-up-contract.ts'
import { templateOn } from '#domain/deliver/contract/template/find-template.ts'
import { termsOfAward } from '#domain/deliver/contract/terms-of-award.ts'
import { type Fen, sum, yuan } from '#domain/money.ts'
import { bidsOf } from '#domain/open/ocds/find-bids.ts'
import type { Refusal } from '#domain/refusal.ts'
import { beforeTalks, finalBy, finalsAsked, openFinalsBy, talk } from '#tests/support/final-offers.ts'
import { lessChance } from '#tests/support/less-chance.ts'
import { ocdsPresent, releasesIn, strayCodes, validators } from '#tests/support/ocds.ts'
import { fullPoints, membersOf, proposalBy, scoredBy } from '#tests/support/proposal.ts'
import { awarded } from '#tests/support/route-walk.ts'
import { keeperWords, sharesOfTwo } from '#tests/support/seal.ts'
import { draftedTender } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const refused = (work: Promise<unknown>) =>
  work.then(
    () => 'not refused',
    (e: Refusal) => e.reason ?? String(e),
  )

/** A member stands down with the final prices before him: his stand-in looks at the conditions, and nobody looks anew. */
async function standInVotes(town: Town, tenderId: string, proposalId: string) {
  const members = await membersOf(town, tenderId)
  const expert = (await seatsOf(town.db, tenderId)).find((s) => s.kind === 'expert' && s.state !== 'recused')!
  await recuse(town.as(expert.personId), { tenderId, reason: '认出了其中一家，有来往' })
  const sitting = await membersOf(town, tenderId)
  const next = sitting.find((m) => !members.includes(m))!
  const stays = sitting.find((m) => members.includes(m))!
  await declareClear(town.as(next), { tenderId })
  const found = { tenderId, proposalId, words: '报价表合计与单价不符', paper: yuan(1), capital: '壹万元整' }
  expect(await refused(findCorrection(town.as(stays), found))).toBe('finals-asked')
  const at = town.clock.now()
  const row = { tenderId, proposalId, readings: { opening: yuan(2) }, steps: [], words: found.words }
  const prices = { was: yuan(2), corrected: yuan(1), agreedBy: [], foundBy: expert.id, foundAt: at }
  await town.transact((tx) =>
    tx
      .insert(priceCorrections)
      .values({ ...row, ...prices, agreedAt: at, dueAt: new Date(at.getTime() + 1) }),
  )
  expect(await refused(agreeCorrection(town.as(stays), { tenderId, proposalId }))).toBe('finals-asked')
  expect(await refused(answerCorrection(town.as('signer1'), { tenderId, says: 'yes' }))).toBe('finals-asked')
  await town.transact((tx) => tx.delete(priceCorrections))
  const votes = (await openedOf(town.db, tenderId)).map((p) => ({ proposalId: p.id, passes: true }))
  const none = votes.map((v) => ({
    ...v,
    passes: false,
    ground: 'requirement_unmet' as const,
    words: '不符合要求',
  }))
  expect(await refused(voteQualification(town.as(stays), { tenderId, votes: none }))).toBe(
    'qualification-settled',
  )
  await voteQualification(town.as(next), { tenderId, votes })
  return sitting
}

test('a final offer is asked of all who remain in the same words, and a second member confirms them', async () => {
  const town = await world()
  const { tender, members } = await beforeTalks(town)
  const tenderId = tender.id
  const [a, b, c] = members as [string, string, string]
  const kinds = (await Promise.all(members.map((m) => readConsultation(town.as(m), tenderId)))).map(
    (p) => p.kind,
  )
  const buyer = members[kinds.indexOf('buyer')]!
  const [writer, other] = members.filter((m) => m !== buyer) as [string, string]
  const stampNow = async () => stampOf((await consultationOf(town.db, tenderId))!)
  const ask = async (who: string, stamp?: string) =>
    refused(askFinals(town.as(who), { tenderId, stamp: stamp ?? (await stampNow()) }))

  expect([a, b, c]).toContain(buyer)
  const write = (who: string, more: object = {}) =>
    refused(writeConsultation(town.as(who), { tenderId, ...talk, changes: undefined, ...more }))
  expect(await write('signer1')).toBe('panel-seat-missing')
  expect(await write(writer, { days: 9 })).toBe('final-days-out-of-bounds')
  expect(
    await refused(
      writeFinal(town.as('signer1'), { tenderId, price: yuan(1), lines: [], commitment: undefined }),
    ),
  ).toBe('finals-not-asked')
  expect(await refused(openFinalsBy(town, tenderId))).toBe('finals-not-asked')
  expect((await deskOfEvaluation(town.db, town.as(writer))).map((i) => i.key)).toEqual(['panel.consult'])
  expect(await write(writer, { changes: '助餐点由一处改为两处，其余不变。' })).toBe('not refused')
  const first = await stampNow()
  // What is asked was changed: only the buyer's own member confirms that.
  expect(await ask(other)).toBe('another-member-confirms')
  expect(await ask(writer)).toBe('another-member-confirms')
  expect(await write(writer)).toBe('not refused')
  expect(await ask(other, first)).toBe('consultation-is-another')
  expect((await deskOfEvaluation(town.db, town.as(other))).map((i) => i.key)).toEqual([
    'panel.confirm-consult',
  ])
  // Put aside before it is asked: the round is not theirs.
  const lay = { state: 'disqualified', endGround: 'requirement_unmet' } as const
  const three = await proposalBy(town, tenderId, 'ORG3')
  await town.transact((tx) => tx.update(proposals).set(lay).where(eq(proposals.id, three.id)))
  expect(await ask(other)).toBe('not refused')
  expect(await refused(readFinal(town.as('signer3'), tenderId))).toBe('finals-not-asked')
  expect((await roundOf(town.as('signer3'), await findTender(town.db, tenderId))).ownRound).toBe(false)
  expect((await roundOf(town.as('signer1'), await findTender(town.db, tenderId))).ownRound).toBe(true)
  expect(await ask(buyer)).toBe('finals-asked')
  expect(await write(writer)).toBe('finals-asked')
  const told = (await town.db.select().from(notices)).filter((n) => n.message === 'finals-asked')
  expect(new Set(told.map((n) => n.link))).toEqual(new Set([`/tenders/${tenderId}/final`]))
  for (const n of [1, 2])
    expect((await readFinal(town.as(`signer${n}`), tenderId)).round).toMatchObject({
      words: talk.words,
      changes: null,
    })
  expect((await deskOfEvaluation(town.db, town.as('signer2'))).map((i) => i.key)).toEqual(['final.send'])
  expect(await publicRound(town.db, town.as(writer), await findTender(town.db, tenderId))).toMatchObject({
    state: 'asked',
  })
  // Nor is it theirs whose proposal never came to be read.
  const two = await proposalBy(town, tenderId, 'ORG2')
  await town.transact((tx) => tx.update(proposals).set({ body: null }).where(eq(proposals.id, two.id)))
  for (const act of [readFinal, readFinalSealing])
    expect(await refused(act(town.as('signer2'), tenderId))).toBe('finals-not-asked')
  expect(await refused(finalBy(town, tenderId, 2, yuan(150_000)))).toBe('finals-not-asked')
  // However the call ends now, what is sent stays sealed for good.
  const sharesLeft = async (db: Reader) =>
    new Set((await db.select().from(tenderShares)).map((s) => s.envelope))
  const call = await findCall(town.db, tenderId)
  const undone = town.transact(async (tx) => {
    await carryOut(tx, town.as('supervisor'), call, 'restart', '投诉成立，重新开展采购活动')
    throw new Error([...(await sharesLeft(tx))].join())
  })
  await expect(undone).rejects.toThrow(/^whole$/)
  expect(await sharesLeft(town.db)).toEqual(new Set(['whole', 'final']))
  await cancelTender(town.as('approver'), { tenderId, reason: '需求有重大变化，重新测算' })
  expect(await sharesLeft(town.db)).toEqual(new Set(['whole']))
})

test('final offers stay sealed to the hour, are opened together, and the final price decides', async () => {
  const town = await world()
  const { tender, members, dueAt } = await finalsAsked(town, [yuan(185_000), yuan(190_000), yuan(195_000)])
  const tenderId = tender.id
  expect((await keysOf(town.db, tenderId)).map((k) => k.envelope)).toEqual(['final', 'whole'])
  // What was read out at the first opening names no price, and nobody outside is told who came.
  const record = (await keysOf(town.db, tenderId)).find((k) => k.envelope === 'whole')!.record!
  expect(lessChance(record)).not.toContain('18500000')
  const public1 = lessChance(await readOpening(town.as('signer2'), tenderId))
  expect(public1).not.toMatch(/18500000|HZ-2026/)
  const came = (await town.db.select().from(journal)).find((l) => l.action === 'tender.open')!
  expect(Object.keys(came.detail!)).toEqual(['record'])
  const trail = async (key: string) =>
    (await trailOfEvaluation(town.db, tender.planId)).find((e) => e.key === key)?.params
  expect(await trail('tender.open-talks')).toEqual({ n: 0 })
  expect(await refused(readSignals(town.as('auditor'), tenderId))).toBe('final-offers-first')
  expect((await readUnseal(town.as('auditor'), tenderId)).records).toHaveLength(1)
  expect((await readUnseal(town.as('approver'), tenderId)).records).toEqual([])
  expect(await refused(finalBy(town, tenderId, 1, yuan(900_000)))).toBe('price-over-ceiling')
  expect(await refused(sendFinal(town.as('signer1'), { tenderId }))).toBe('final-not-written')
  await finalBy(town, tenderId, 1, yuan(184_000))
  await finalBy(town, tenderId, 1, yuan(180_000), '增加每周一次的回访')
  await finalBy(town, tenderId, 2, yuan(150_000), '每月另请一名营养师到点')
  expect(await readFinal(town.as('signer1'), tenderId)).toMatchObject({
    sent: { version: 2, sealedIn: 'server' },
  })
  const another = await readFinalSealing(town.as('signer1'), tenderId)
  expect(another.sealing).toBeNull()
  expect(await refused(readFinal(town.as('signer4'), tenderId))).toBe('not-your-body')

  // Before the hour: not with two keepers, not with the shares of the first opening, and no page says how many.
  expect(await refused(openFinalsBy(town, tenderId))).toBe('opening-too-early')
  const { shares } = await printShare(town.as('auditor'), { tenderId, passphrase: keeperWords.auditor })
  const kept = lessChance(await town.db.select().from(finalOffers))
  expect(kept).not.toMatch(/15000000|回访/)
  const lines = lessChance(await town.db.select().from(journal))
  expect(lines).not.toMatch(/finalOffer|15000000/)
  for (const who of [...members, 'handler', 'approver'])
    expect(lessChance(await readRecords(town.db, tenderId)), who).not.toContain('15000000')
  expect((await readConsultation(town.as(members[0]!), tenderId)).offers).toEqual([])

  town.clock.set(dueAt)
  expect(await refused(finalBy(town, tenderId, 3, yuan(160_000)))).toBe('final-too-late')
  expect(await refused(sendFinal(town.as('signer1'), { tenderId }))).toBe('final-too-late')
  const whole = shares.find((s) => s.envelope === 'whole')!.share
  const mixed = { ...(await sharesOfTwo(town, tenderId)), secondWords: whole }
  expect(await refused(openDue(town.as('handler'), { tenderId, ...mixed }))).toBe('passphrase-wrong')
  expect((await deskOfSeal(town.db, town.as('supervisor'))).map((i) => i.key)).toContain('keeper.final')
  expect(await readUnseal(town.as('handler'), tenderId)).toMatchObject({ due: 'final' })
  expect(await refused(submitSheet(town.as(members[0]!), { tenderId }))).toBe('final-offers-first')
  expect(await openFinalsBy(town, tenderId)).toMatchObject({ outcome: 'opened' })

  const one = await proposalBy(town, tenderId, 'ORG1')
  expect(one).toMatchObject({ price: yuan(180_000), firstPrice: yuan(185_000), state: 'opened' })
  expect(one.body).toMatchObject({
    final: { commitment: '增加每周一次的回访' },
    budget: { price: yuan(180_000) },
  })
  expect(await proposalBy(town, tenderId, 'ORG3')).toMatchObject({
    endGround: 'final_missing',
    price: yuan(195_000),
  })
  const { records } = await readRecords(town.db, tenderId)
  expect(records.map((r) => r.envelope)).toEqual(['whole', 'final'])
  expect(await trail('tender.open')).toEqual({ n: 3 })
  expect((await readSignals(town.as('auditor'), tenderId)).compared).toBe(3)
  expect((await readUnseal(town.as('approver'), tenderId)).records).toHaveLength(2)
  expect(records[1]!.record.rows.map((r) => [r.price, r.first]).sort()).toEqual([
    [yuan(150_000), yuan(190_000)],
    [yuan(180_000), yuan(185_000)],
  ])
  expect(records[1]!.record.deadline).toBe(dueAt.toISOString())
  const again = await sharesOfTwo(town, tenderId, ['supervisor', 'auditor'])
  for (const envelope of ['final', 'whole'] as const)
    expect(await refused(recheckOpening(town.as('auditor'), { tenderId, envelope, ...again }))).toBe(
      'not refused',
    )

  const sitting = await standInVotes(town, tenderId, one.id)
  for (const [at, m] of sitting.entries()) {
    await scoredBy(town, await findTender(town.db, tenderId), m, at, fullPoints(tender))
    await submitSheet(town.as(m), { tenderId })
  }
  const { hash } = await drawUpReport(town.as(sitting[0]!), { tenderId })
  for (const m of sitting) await signReport(town.as(m), { tenderId, hash })
  const award = await awarded(town, tenderId)
  expect(award).toMatchObject({ price: yuan(150_000) })
  // The contract says what is asked as the talks left it, and what its winner promised beyond it.
  const drawn = { on: '2026-05-06', template: await templateOn(town.db, '2026-05-06') }
  const contractSays = async () =>
    (await compose(town.db, drawn, figuresOf(await termsOfAward(town.db, award.id), []), {}))[0]!.words
  expect(await contractSays()).not.toContain('磋商中')
  const changes = '助餐点由一处改为两处，其余不变。'
  await town.transact((tx) => tx.update(consultations).set({ changes }))
  expect(await contractSays()).toContain(`${tender.requirement}\n磋商中经采购人确认的变动：\n${changes}\n`)
  expect(await contractSays()).toMatch(/最后报价中另外承诺：\n每月另请一名营养师到点$/)
  expect(await contractSays()).not.toContain('回访')
  // Who sent no final offer has no price: its first one is told nowhere.
  const told = new Map((await bidsOf(town.db, tenderId)).map((b) => [b.supplierId, b.price]))
  expect(told).toEqual(
    new Map([
      ['ORG1', yuan(180_000)],
      ['ORG2', yuan(150_000)],
      ['ORG3', null],
    ]),
  )
  const releases = await releasesIn(town.db)
  expect(releases.map((r) => r.tag)).toContain('award')
  expect(JSON.stringify(releases)).not.toContain('195000')
  if (ocdsPresent) {
    const { release } = await validators()
    for (const r of releases) expect([r.id, ...release(r.release), ...strayCodes(r.release)]).toEqual([r.id])
  }
  const result = await readResult(town.db, tenderId)
  const row = result.report.rows.find((r) => r.supplierId === 'ORG1')!
  expect(row).toMatchObject({ price: yuan(180_000), firstPrice: yuan(185_000) })
  // 价格分 = 最低最后报价 ÷ 最后报价 × 权值。
  const price = tender.criteria.find((c) => c.kind === 'formula')!
  expect(row.averages![price.code]).toBe(Math.round((150_000 / 180_000) * price.max * 100) / 100)
  expect(result.report.annexes!.consultation).toMatchObject({ words: talk.words, dueAt: dueAt.getTime() })
  const three = await proposalBy(town, tenderId, 'ORG3')
  expect((await readFeedback(town.as('signer3'), tenderId, three.id)).row).toMatchObject({
    ground: 'final_missing',
  })
})

test('a low price is asked about once the final offers are open, and never by the first', async () => {
  const town = await world()
  const { tender, members, dueAt } = await finalsAsked(town, [yuan(40_000), yuan(190_000), yuan(195_000)])
  const tenderId = tender.id
  expect(await refused(voteLowPrice(town.as(members[0]!), { tenderId, votes: [] }))).toBe(
    'final-offers-first',
  )
  const asked = async () =>
    (await town.db.select().from(notices)).filter((n) => n.message === 'low-price-asked')
  expect(await asked()).toEqual([])
  await finalBy(town, tenderId, 1, yuan(188_000))
  await finalBy(town, tenderId, 2, yuan(50_000))
  await finalBy(town, tenderId, 3, yuan(191_000))
  // A byte of the third is touched where it lies.
  const three = await proposalBy(town, tenderId, 'ORG3')
  const [final] = await town.db.select().from(finalOffers).where(eq(finalOffers.proposalId, three.id))
  const sealed = final!.sealed!.replace(/.(?=.{8}$)/, (c) => (c === 'A' ? 'B' : 'A'))
  await town.transact((tx) => tx.update(finalOffers).set({ sealed }).where(eq(finalOffers.id, final!.id)))
  // In time to the last moment, and opened once, whoever comes at the same time.
  town.clock.set(new Date(dueAt.getTime() - 1))
  expect(await refused(finalBy(town, tenderId, 1, yuan(187_000)))).toBe('not refused')
  town.clock.set(dueAt)
  const both = [openFinalsBy(town, tenderId), openFinalsBy(town, tenderId, ['supervisor', 'auditor'])]
  const outcomes = await Promise.all(both.map(refused))
  expect(outcomes.filter((one) => one === 'not refused')).toHaveLength(1)
  expect(await proposalBy(town, tenderId, 'ORG1')).toMatchObject({ price: yuan(187_000) })
  expect(await proposalBy(town, tenderId, 'ORG3')).toMatchObject({
    endGround: 'seal_broken',
    firstPrice: null,
  })
  const two = await proposalBy(town, tenderId, 'ORG2')
  expect((await asked()).length).toBeGreaterThan(0)
  expect(new Set((await asked()).map((n) => n.partyId))).toEqual(new Set([two.supplierId]))
})

test('too few final offers, and not one of them can ever be opened', async () => {
  const town = await world()
  const { tender, dueAt } = await finalsAsked(town)
  const tenderId = tender.id
  await finalBy(town, tenderId, 2, yuan(150_000))
  town.clock.set(dueAt)
  expect(await openFinalsBy(town, tenderId)).toMatchObject({ outcome: 'failed' })
  const failed = await findTender(town.db, tenderId)
  expect(failed).toMatchObject({ state: 'failed', endGround: 'too-few-finals', finalsOpenedAt: null })
  const left = await town.db.select().from(tenderShares)
  expect(left.map((s) => s.envelope)).toEqual(['whole', 'whole', 'whole'])
  expect((await town.db.select().from(finalOffers)).map((f) => f.price)).toEqual([null])
  expect((await town.db.select().from(proposals)).every((p) => p.firstPrice === null)).toBe(true)
  expect(lessChance(await readOpening(town.as('signer3'), tenderId))).not.toMatch(/HZ-2026|18500000/)
})

test('lines given in proportion add up to the final price, whatever it is', () => {
  const line = (amount: number) => ({ kind: 'staff' as const, label: '费用', amount: amount as Fen })
  for (const [price, parts] of [
    [100, [3, 3, 1]],
    [1, [50, 50]],
    [99_999, [33_333, 1, 66_666]],
  ] as Array<[number, number[]]>) {
    const first = { price: sum(parts.map((p) => p as Fen)), lines: parts.map(line) }
    const lines = inProportion(price as Fen, first)
    expect(sum(lines.map((l) => l.amount))).toBe(price)
    expect(lines.every((l) => l.amount >= 0)).toBe(true)
  }
})

test('the round is a column of the route: the second version of the consultation has it, and a place turns it on and off', async () => {
  const town = await world()
  const { id: tenderId } = await draftedTender(town, { words: { sealMode: 'split' } })
  const inForce = async (on: string) =>
    (await methodsInForce(town.db, on)).find((m) => m.code === 'COMPETITIVE_CONSULTATION')!
  expect(await inForce('2026-11-30')).toMatchObject({ version: 1, finalOffers: false })
  expect(await inForce('2026-12-01')).toMatchObject({ version: 2, finalOffers: true, minProposals: 2 })
  expect(documentCodeOf(await inForce('2026-12-01'))).toBe('COMPETITIVE_CONSULTATION_FINAL')
  const base = (await methodsInForce(town.db, '2026-03-02')).find((m) => m.code === 'SELF_SELECT')!
  const words = { code: 'SELF_SELECT', name: base.name, nameEn: base.nameEn, minAmount: base.minAmount }
  const rest = { maxAmount: base.maxAmount!, minProposals: 3, bidDays: 5, objectionDays: 5, offered: true }
  const about = { placeId: undefined, basis: base.basis, ground: '区里要求比选也要有最后报价' }
  const set = (baseId: string, from: string, more: object) =>
    setRoute(town.as('admin'), { baseId, from, ...words, ...rest, ...about, ...more } as SetRoute)
  const { id } = await set(base.id, '2026-03-02', { finalOffers: true })
  expect(id).toBe('SELF_SELECT-2')
  const kept = await set(id, '2026-03-02', {})
  expect((await methodsInForce(town.db, '2026-03-02')).find((m) => m.id === kept.id)).toMatchObject({
    finalOffers: true,
  })
  for (const code of ['MICRO_GRANT', 'OPEN_TENDER'])
    expect(await refused(set(`${code}-1`, '2026-03-02', { code: 'OWN_ROUTE', finalOffers: true }))).toBe(
      'final-offers-not-on-this-route',
    )
  // The version delivered for December keeps no district from having the round sooner.
  const law = { code: 'COMPETITIVE_CONSULTATION', minProposals: 2, bidDays: 10, objectionDays: undefined }
  const sooner = await set('COMPETITIVE_CONSULTATION-1', '2026-03-02', { ...law, finalOffers: true })
  expect(sooner.id).toBe('COMPETITIVE_CONSULTATION-3')
  expect(await inForce('2026-03-02')).toMatchObject({ version: 3, finalOffers: true })
  // Whatever a row says, the key of a call with final offers is in three hands.
  const { methodId } = await findTender(town.db, tenderId)
  await town.transact((tx) =>
    tx.update(methods).set({ finalOffers: true, sealMode: 'simple' }).where(eq(methods.id, methodId)),
  )
  const choose = chooseSealMode(town.as('handler'), { tenderId, sealMode: 'simple' })
  expect(await refused(choose)).toBe('seal-final-offers')
})
