import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { factsForm, teamForm } from '#domain/buy/proposal/cabinet/forms.ts'
import {
  keepFacts,
  keepFromProposal,
  keepRecord,
  keepTeam,
  keepTexts,
} from '#domain/buy/proposal/cabinet/keep.ts'
import { readCabinet } from '#domain/buy/proposal/cabinet/read-cabinet.ts'
import { recordForm, textsForm } from '#domain/buy/proposal/forms.ts'
import { type Own, readOwn } from '#domain/buy/proposal/read-own.ts'
import { answerInvitation, askUsualTeam, nameWorker } from '#domain/buy/proposal/team.ts'
import {
  confirmOrganisation,
  giveIntegrity,
  promiseIndicators,
  writeBudget,
  writePart,
  writeRecord,
  writeTexts,
} from '#domain/buy/proposal/write-sections.ts'
import type { TenderFacts } from '#domain/buy/tender/find-tender.ts'
import { yuan } from '#domain/money.ts'
import { publishedTender } from '#tests/support/tender.ts'
import { type Town, world } from '#tests/support/world.ts'

const past = (n: number) => ({
  title: `独居老人探访第 ${n} 期`,
  buyer: '望澜街道办事处',
  year: 2022 + n,
  amount: yuan(150_000 + n),
  outcome: '服务 38 人，满意度 96%',
})
const account = '6222021234567890123'
const bank = { bankName: '云澜银行栖禾支行', bankAccount: account }
const texts = {
  methods: '个案管理，双督导。',
  safeguarding: '两人同行，发现危险即报。',
  complaints: '三日内答复。',
}
const accounts = [{ year: 2025, income: yuan(900_000), spending: yuan(880_000), auditor: '云澜会计师事务所' }]

/** Everything one social organisation writes, in the order of its pages. */
async function written(town: Town, tender: TenderFacts) {
  const ctx = town.as('editor1')
  const tenderId = tender.id
  await confirmOrganisation(ctx, { tenderId, contact: '项目部 8612 0199', ...bank })
  for (const certNo of ['T-0', 'T-1']) await nameWorker(ctx, { tenderId, certNo, leads: certNo === 'T-0' })
  for (const { code, kind } of tender.criteria)
    if (kind !== 'formula')
      await writePart(ctx, { tenderId, code, words: `对着 ${code} 写清楚怎么做、谁来做。` })
  await writeRecord(ctx, {
    tenderId,
    experience: [past(1), past(2), past(3)],
    finance: accounts,
    seen: undefined,
  })
  await writeTexts(ctx, { tenderId, texts, seen: undefined })
  const lines = [
    {
      kind: 'staff' as const,
      label: '社工两名',
      amount: yuan(100_000),
      unit: '人',
      quantity: 2,
      unitPrice: yuan(50_000),
    },
    { kind: 'activity' as const, label: '节日活动', amount: yuan(50_000) },
    { kind: 'volunteer' as const, label: '志愿者保险', amount: yuan(20_000) },
  ]
  await writeBudget(ctx, { tenderId, price: yuan(170_000), lines })
  const promised = tender.indicators.map(({ code, target }) => ({ code, value: target }))
  await promiseIndicators(ctx, { tenderId, promised })
  await giveIntegrity(ctx, { tenderId })
  return readOwn(ctx, tenderId)
}

/** Every field of the forms of a proposal, by name: what stands in it, or nothing. What the register gives is a field too. */
function fieldsOf({ body, offer, supplier, team, call }: Own, isWritten: boolean): Map<string, unknown> {
  const fields = new Map<string, unknown>()
  for (const name of ['name', 'uscc', 'form', 'grade', 'gradeUntil'] as const)
    fields.set(name, supplier[name])
  fields.set('contact', body.organisation?.contact ?? offer.contact)
  fields.set('bank', body.organisation?.bank ?? offer.bank)
  const named = isWritten ? team : offer.team
  for (const [at, { certNo, leads }] of named.entries()) {
    fields.set(`team.${at}.certNo`, certNo)
    fields.set(`team.${at}.leads`, leads)
  }
  for (const { code, kind } of call.criteria)
    if (kind !== 'formula') fields.set(`plan.${code}`, body.plan[code] ?? offer.plan[code])
  for (const [at, row] of body.experience.entries())
    for (const [name, value] of Object.entries(row)) fields.set(`experience.${at}.${name}`, value)
  for (const [at, row] of body.finance.entries())
    for (const [name, value] of Object.entries(row)) fields.set(`finance.${at}.${name}`, value)
  for (const [kind, words] of Object.entries(body.texts)) fields.set(`texts.${kind}`, words)
  fields.set('price', body.budget?.price)
  for (const [at, row] of (body.budget?.lines ?? offer.lines).entries())
    for (const [name, value] of Object.entries(row)) fields.set(`lines.${at}.${name}`, value)
  for (const { code, target } of call.indicators)
    fields.set(
      `indicators.${code}`,
      isWritten ? body.indicators?.find((i) => i.code === code)?.promised : target,
    )
  for (const promise of ['honest', 'noCollusion', 'noAssignment'])
    fields.set(`integrity.${promise}`, body.integrity ? 'yes' : undefined)
  return fields
}
const filled = (value: unknown) => value !== undefined && value !== null && value !== ''

test('of the fields of a second proposal more than seven in ten arrive filled, and no price is among them', async () => {
  const town = await world()
  const first = await publishedTender(town)
  const before = fieldsOf(await readOwn(town.as('editor1'), first.id), false)
  const whole = fieldsOf(await written(town, first), true)
  expect(
    [...before].filter(([name, value]) => whole.has(name) && filled(value)).length / whole.size,
  ).toBeLessThan(0.3)
  await keepFromProposal(town.as('editor1'), { tenderId: first.id })

  const second = await publishedTender(town)
  const arriving = fieldsOf(await readOwn(town.as('editor1'), second.id), false)
  const names = [...whole.keys()]
  const arrived = names.filter((name) => filled(arriving.get(name)))
  expect(whole.size).toBeGreaterThan(45)
  expect(arrived.length / names.length).toBeGreaterThanOrEqual(0.7)
  expect(names.filter((name) => !arrived.includes(name))).toContain('price')
  expect([...arriving.keys()].filter((name) => /^lines\..*(amount|unitPrice)$/.test(name))).toEqual([])
})

test('the usual team is asked in one go, each for his own word; who is named already is left alone', async () => {
  const town = await world()
  const tender = await publishedTender(town)
  const tenderId = tender.id
  const ctx = town.as('editor1')
  await expect(askUsualTeam(ctx, { tenderId })).rejects.toMatchObject({ reason: 'usual-team-asked' })
  await keepTeam(ctx, {
    team: [
      { certNo: 'T-0', leads: true },
      { certNo: 'T-1', leads: false },
    ],
  })
  await askUsualTeam(ctx, { tenderId })
  const { team } = await readOwn(ctx, tenderId)
  expect(team.map(({ personId, leads, consentedAt }) => ({ personId, leads, consentedAt }))).toEqual([
    { personId: 'worker1', leads: true, consentedAt: null },
    { personId: 'worker2', leads: false, consentedAt: null },
  ])
  await answerInvitation(town.as('worker1'), { memberId: team[0]!.id, says: 'yes' })
  await expect(askUsualTeam(ctx, { tenderId })).rejects.toMatchObject({ reason: 'usual-team-asked' })
  await keepTeam(ctx, { team: [{ certNo: 'T-9', leads: false }] })
  await expect(askUsualTeam(ctx, { tenderId })).rejects.toMatchObject({ reason: 'licence-unknown' })
})

test('a cabinet is its own body’s, sealed where it lies, and whoever saves second sees both wordings', async () => {
  const town = await world()
  const seen = (await readCabinet(town.as('editor1'))).stamps
  await keepFacts(town.as('editor1'), {
    contact: '项目部',
    bank: { name: '云澜银行', account },
    seen: seen.facts,
  })
  const late = { contact: '办公室', bank: null, seen: seen.facts }
  await expect(keepFacts(town.as('signer1'), late)).rejects.toMatchObject({ reason: 'draft-saved-meanwhile' })
  await keepTexts(town.as('signer1'), { texts, seen: seen.texts })
  const now = await readCabinet(town.as('signer1'))
  expect(now.cabinet).toMatchObject({ contact: '项目部', bank: { account }, texts })
  await keepFacts(town.as('signer1'), { ...late, seen: now.stamps.facts })
  expect((await readCabinet(town.as('editor1'))).cabinet.contact).toBe('办公室')
  expect((await readCabinet(town.as('editor2'))).cabinet.contact).toBe('')
  for (const other of ['handler', 'expert1', 'auditor', 'admin', 'resident1', 'worker1'])
    await expect(readCabinet(town.as(other)), other).rejects.toMatchObject({ kind: 'forbidden' })
  await keepRecord(town.as('editor1'), { experience: [past(1)], finance: accounts, seen: undefined })
  const kept = JSON.stringify(await town.store.rows(sql`select * from cabinet`))
  for (const words of [account, '云澜', '独居老人探访', '双督导']) expect(kept).not.toContain(words)
  const journal = await town.store.rows(sql`select * from journal where party_id = 'ORG1'`)
  expect(journal).toEqual([])
})

test('what is typed for the cabinet is read as it is meant, or refused with its reason', () => {
  const facts = (bankName: string, bankAccount: string) =>
    factsForm.safeParse({ contact: '', bankName, bankAccount })
  expect(facts('云澜银行', '6222 0212 3456').data?.bank).toEqual({
    name: '云澜银行',
    account: '622202123456',
  })
  expect(facts('', '').success && facts('', '').data?.bank).toBeNull()
  for (const [name, number] of [
    ['云澜银行', ''],
    ['', '622202123456'],
    ['云澜银行', '一二三四五六'],
    ['云澜银行', '12345'],
  ])
    expect(facts(name!, number!).success, `${name} ${number}`).toBe(false)
  expect(teamForm.parse({ certNos: ' T-0\nT-1，T-0\n\n' }).team).toEqual([
    { certNo: 'T-0', leads: true },
    { certNo: 'T-1', leads: false },
  ])
  const row = { title: '探访', buyer: '街道', year: '2025', amount: '12万', outcome: '服务 38 人' }
  const read = recordForm.parse({
    experience: [row, { title: '', year: '2025' }],
    finance: [{ year: '2025' }],
  })
  expect(read).toMatchObject({ experience: [{ year: 2025, amount: yuan(120_000) }], finance: [] })
  for (const wrong of [{ year: '25' }, { amount: '很多' }, { outcome: '好' }, { buyer: '' }])
    expect(recordForm.safeParse({ experience: [{ ...row, ...wrong }] }).success, JSON.stringify(wrong)).toBe(
      false,
    )
  expect(textsForm.parse({ methods: ' 个案 ', safeguarding: '' }).texts).toEqual({ methods: '个案' })
  expect(textsForm.safeParse({ methods: '长'.repeat(3001) }).success).toBe(false)
})
