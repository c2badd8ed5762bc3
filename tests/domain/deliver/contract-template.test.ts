import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { journal, tenders } from '#db/schema/index.ts'
import { contractForm } from '#domain/deliver/contract/forms.ts'
import { publicContract } from '#domain/deliver/contract/public-contract.ts'
import { reviseContract } from '#domain/deliver/contract/revise-contract.ts'
import { templateOf } from '#domain/deliver/contract/template/find-template.ts'
import { type ReviseTemplate, reviseTemplateForm } from '#domain/deliver/contract/template/forms.ts'
import { reviseTemplate } from '#domain/deliver/contract/template/revise-template.ts'
import { typesMoney } from '#domain/deliver/contract/template/template-law.ts'
import {
  templateDraft,
  templatePage,
  templatesPage,
} from '#domain/deliver/contract/template/template-page.ts'
import { firstClauses } from '#domain/deliver/contract/templates-data.ts'
import { contractNow, drawn, linkageWords, running } from '#tests/support/contract.ts'
import { world } from '#tests/support/world.ts'

const refused = (reason: string) => expect.objectContaining({ reason })
const clauses = firstClauses.map((c) => ({ ...c, routes: c.routes ?? [] }))
const next: ReviseTemplate = {
  clauses: [...clauses, { heading: '争议解决', words: '协商不成的，向甲方所在地人民法院起诉。', routes: [] }],
  basis: '民法典合同编',
  from: '2026-03-02',
  ground: '补上争议解决的办法',
}

test('a contract keeps the version of the template it was drawn from', async () => {
  const town = await world()
  const before = await drawn(town)
  expect(await reviseTemplate(town.as('dApprover'), next)).toEqual({ id: 'FW-2' })
  await reviseContract(town.as('handler'), { ...linkageWords, contractId: before.id })
  const was = await contractNow(town, before.id)
  expect(was.template).toBe('FW-1')
  expect(was.clauses.some((c) => c.heading.includes('争议解决'))).toBe(false)
  const after = await drawn(town)
  const now = await contractNow(town, after.id)
  expect(now.template).toBe('FW-2')
  expect(now.clauses.at(-1)).toMatchObject({ heading: '第十二条 争议解决' })
  const [told] = await town.db.select().from(journal).where(eq(journal.action, 'contractTemplate.revise'))
  expect(told).toMatchObject({ subject: 'FW-2', actorId: 'dApprover' })
  const page = await templatePage(town.as(null), 'FW-2')
  expect(page.clauses.filter((c) => c.how !== null).map((c) => [c.heading, c.how])).toEqual([
    ['争议解决', 'added'],
  ])
  expect((await templatesPage(town.as(null))).versions.map((v) => [v.id, v.current])).toEqual([
    ['FW-2', true],
    ['FW-1', false],
  ])
})

test('a version from a later day waits for its day', async () => {
  const town = await world()
  await reviseTemplate(town.as('dApprover'), { ...next, from: '2026-04-01' })
  expect((await contractNow(town, (await drawn(town)).id)).template).toBe('FW-1')
  const { versions, revises } = await templatesPage(town.as('dApprover'))
  expect(versions[0]).toMatchObject({ id: 'FW-2', current: false, ahead: true })
  expect(revises).toBe(true)
})

test('only whoever approves for the district revises, and never so that a figure is typed', async () => {
  const town = await world()
  const by = (who: string | null, more: Partial<ReviseTemplate> = {}) =>
    reviseTemplate(town.as(who), { ...next, ...more })
  await expect(by('dHandler')).rejects.toEqual(refused('needs-another-seat'))
  await expect(by(null)).rejects.toEqual(refused('sign-in-first'))
  await expect(templateDraft(town.as('approver'))).rejects.toEqual(refused('needs-another-seat'))
  const saying = (heading: string, words: string) => ({
    clauses: [...next.clauses, { heading, words, routes: [] }],
  })
  await expect(by('dApprover', saying('其他', '总价 80000 元'))).rejects.toEqual(
    refused('contract-template-types-money'),
  )
  await expect(by('dApprover', saying('其他', '见 {{total}}'))).rejects.toEqual(
    refused('contract-template-mark-unknown'),
  )
  await expect(by('dApprover', saying('付款', '按约支付'))).rejects.toEqual(
    refused('contract-template-heading-twice'),
  )
  const without = next.clauses.filter((c) => c.heading !== '合同价款')
  await expect(by('dApprover', { clauses: without })).rejects.toMatchObject({
    reason: 'contract-template-mark-missing',
    params: { marks: 'price capitals' },
  })
  const onlyOne = next.clauses.map((c) => (c.heading === '付款' ? { ...c, routes: ['OPEN_TENDER'] } : c))
  await expect(by('dApprover', { clauses: onlyOne })).rejects.toMatchObject({
    params: { marks: 'milestones' },
  })
  await expect(by('dApprover', { clauses })).rejects.toEqual(refused('contract-template-same'))
  await expect(by('dApprover', { from: '2026-03-01' })).rejects.toEqual(
    refused('contract-template-from-past'),
  )
  await expect(templateOf(town.db, 'FW-2')).rejects.toEqual(refused('contract-template-missing'))
})

test('a clause for one way of buying stands only in contracts of that way, and the rest are numbered through', async () => {
  const town = await world()
  const of = async (code: string) => {
    const { id, tenderId } = await drawn(town)
    const methodId = `${code}-1`
    await town.transact((tx) => tx.update(tenders).set({ methodId }).where(eq(tenders.id, tenderId)))
    await reviseContract(town.as('handler'), { ...linkageWords, contractId: id })
    return (await contractNow(town, id)).clauses.map((c) => c.heading)
  }
  expect((await of('SINGLE_SOURCE')).slice(-3)).toEqual([
    '第十一条 违约与解除',
    '第十二条 补充合同',
    '第十三条 价格依据',
  ])
  expect((await of('MICRO_GRANT')).slice(-2)).toEqual(['第十一条 违约与解除', '第十二条 资助款使用'])
})

test('what the handler writes beside the figures names no sum, and what is core is an indicator', async () => {
  const town = await world()
  const { id } = await drawn(town)
  const revise = (more: object) =>
    reviseContract(town.as('handler'), { ...linkageWords, contractId: id, ...more })
  await expect(revise({ special: '另付 500 元' })).rejects.toEqual(refused('contract-special-money'))
  await expect(revise({ core: ['PRICE'] })).rejects.toEqual(refused('contract-core-unknown'))
  expect((await contractNow(town, id)).core).toEqual(['VISITS'])
  await revise({ core: ['PEOPLE', 'VISITS'], special: '每月一次联席会' })
  const now = await contractNow(town, id)
  expect(now.clauses.find((c) => c.heading.endsWith('分包与转包'))?.words).toContain('上门探访、服务人数')
  const typed = contractForm.parse({ ...linkageWords, price: '1', from: '2020-01-01', core: 'VISITS' })
  expect(typed).toEqual({ ...linkageWords, core: ['VISITS'] })
})

test('the published contract tells its version and its core work', async () => {
  const town = await world()
  const { id } = await running(town)
  expect(await publicContract(town.db, id)).toMatchObject({ template: 'FW-1', core: '上门探访' })
})

test('a sum of money is seen however it is written', () => {
  for (const words of ['¥ 1', '￥500', '3 万元', '1,200.50元', '壹仟元整', '伍拾万元'])
    expect(typesMoney(words), words).toBe(true)
  for (const words of ['每月 2 次', '{{price}} 元', '元旦前完成', '不超过百分之十', '第 3 单元楼'])
    expect(typesMoney(words), words).toBe(false)
})

test('the form leaves empty clauses out and refuses half a clause, no ground, no day', () => {
  const said = (more: object) => reviseTemplateForm.safeParse({ ...next, ...more })
  const read = said({
    clauses: [
      { heading: '甲', words: '乙', routes: 'SELF_SELECT' },
      { heading: ' ', words: '' },
    ],
  })
  expect(read.data?.clauses).toEqual([{ heading: '甲', words: '乙', routes: ['SELF_SELECT'] }])
  const why = (more: object) => said(more).error?.issues[0]?.message
  expect(why({ clauses: [{ heading: '甲', words: '' }] })).toBe('form.contract-template.clause')
  expect(why({ clauses: [] })).toBe('form.contract-template.clause')
  expect(why({ ground: '改' })).toBe('form.contract-template.ground')
  expect(why({ basis: '' })).toBe('form.contract-template.basis')
  expect(why({ from: '2026-02-30' })).toBe('form.date')
  expect(why({ clauses: [{ heading: '甲', words: '乙'.repeat(2001) }] })).toBe('form.deliver.too-long')
})
