import { expect } from '@playwright/test'
import type { Part } from '../support/people.ts'
import { people, type Road } from './road.ts'

export type Running = { contractId: string }
const served = ['张阿姨', '李伯伯', '王奶奶', '周大爷', '孙婆婆']

/** 合同与联动卡: drawn from the award, confirmed by three sectors, signed by both sides, published with secrets masked. */
export async function signContract(road: Road, contractTo: string): Promise<Running> {
  const handler = await road.as(people.handler)
  await handler.open(contractTo)
  await handler.fill({
    communityDuty: '提供独居老人名单，陪同首次上门。',
    communityContribution: '活动室一间，每周三下午。',
    organisationDuty: '组织社工每周上门探访并记录。',
    organisationContribution: '项目督导一名。',
    workerDuty: '带队探访，处置紧急情况。',
    workerContribution: '每周三十小时专业服务。',
    contacts: '收款账号尾号 6621，联系人陈负责人。',
  })
  const worker = handler.page.locator('select[name=workerId] option', { hasText: '陈社工' }).first()
  if (await worker.count()) await handler.fill({ workerId: (await worker.getAttribute('value'))! })
  await handler.press('拟好合同，请三方确认')
  const desk = handler.path()
  const contractId = desk.split('/').at(-1)!
  for (const personId of [people.director, people.signer, people.worker]) {
    const side = await road.as(personId)
    await side.open(`/work/${contractId}/linkage`)
    await side.press('确认')
  }
  const signer = await road.as(people.signer)
  await signer.open(`/work/${contractId}/sign`)
  await signer.fill({ agree: 'yes' })
  await signer.press('签署')
  const approver = await road.as(people.approver)
  await approver.open(desk)
  await approver.fill({ agree: 'yes' }, 'sign')
  await approver.press('签署', 'sign')
  await handler.open(desk)
  await handler.press('公示', 'publish')
  const anyone = await road.as(null)
  await anyone.open(`/contracts/${contractId}`)
  await road.shoot(anyone, 'contract')
  await expect(anyone.page.locator('main')).not.toContainText('6621')
  return { contractId }
}

/** The tranche that waits to be claimed, or to be paid for, as the organisation's own room links to it. */
async function nextOf(road: Road, { contractId }: Running, what: 'claim' | 'payment'): Promise<string> {
  const signer = await road.as(people.signer)
  await signer.open(`/work/${contractId}`)
  const pattern = what === 'claim' ? `a[href$="/claim"]` : `a[href*="/payment/"]`
  const links = await signer.page
    .locator(pattern)
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')!))
  const link = what === 'claim' ? links[0] : links.at(-1)
  if (!link) throw new Error(`no ${what} waits in ${await signer.page.locator('main').innerText()}`)
  return link
}

/** 付款: asked by the organisation, checked, approved, vouchered and confirmed by different people. */
export async function pay(road: Road, running: Running, n: number) {
  const signer = await road.as(people.signer)
  await signer.open(await nextOf(road, running, 'payment'))
  await signer.fill({ invoiceNo: `2611000000000000000${n}`, accountTail: '6621' }, 'request')
  await signer.page.locator('input[name=invoiceFile]').setInputFiles({
    name: '发票.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4\n% ${n}\n%%EOF\n`),
  })
  await signer.press(/提交付款申请/, 'request')
  const handler = await road.as(people.handler)
  await handler.open('/desk/payments')
  const link = await handler.page.locator('main a[href^="/desk/payments/"]').first().getAttribute('href')
  await handler.open(link!)
  await handler.fill({ checked: 'yes' }, 'check')
  await handler.press('审核通过，交财务', 'check')
  const finance = await road.as(people.finance)
  await finance.open(link!)
  await finance.fill({ approved: 'yes' }, 'approve')
  await finance.press('同意支付', 'approve')
  const approver = await road.as(people.approver)
  await approver.open(link!)
  const [, amount = ''] = /¥([\d,]+\.\d\d)/.exec(await approver.page.locator('main').innerText()) ?? []
  const printed = { no: `财直〔2026〕12-000${n}`, amount, payerTail: '0001', payeeTail: '6621' }
  await approver.fill(printed, 'submit')
  await approver.page.locator('input[name=scanFile]').setInputFiles({
    name: '凭证.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4\n% voucher ${n}\n%%EOF\n`),
  })
  await approver.press('登记凭证', 'submit')
  await approver.fill({ receiptNo: `HD-2026-000${n}` }, 'confirm')
  if (n === 1) await road.shoot(approver, 'payment')
  await approver.press('确认付讫', 'confirm')
}

/** 服务日志: those served, and what was done, with who came. */
export async function serve(road: Road, { contractId }: Running, heldOn: string, first: boolean) {
  const worker = await road.as(people.worker)
  if (first)
    for (const label of served) {
      await worker.open(`/work/${contractId}/people`)
      await worker.fill({ label })
      await worker.press('登记')
    }
  await worker.open(`/work/${contractId}/diary/new`)
  const came = await worker.page
    .locator('input[name="came"]')
    .evaluateAll((all) => all.map((i) => i.getAttribute('value')!))
  await worker.fill({
    kind: 'visit',
    heldOn,
    title: '每周上门探访',
    words: '逐户探访，量血压，检查燃气和扶手，约好下周时间。',
    minutes: '240',
    came,
  })
  if (first) await road.shoot(worker, 'diary')
  await worker.press('记下')
}

async function opinions(clerk: Part, acceptanceId: string) {
  for (let n = 0; n < served.length; n++) {
    await clerk.open(`/desk/acceptances/${acceptanceId}/enter`)
    const who = clerk.page.locator('select[name=serviceUserId] option:not([value=""])').first()
    if (!(await who.count())) return
    const said = { channel: n % 2 ? 'call' : 'paper', level: n === 0 ? '4' : '5' }
    await clerk.fill({ serviceUserId: (await who.getAttribute('value'))!, ...said }, 'said')
    await clerk.press('记下，录下一份', 'said')
  }
}

/** 申报、检查、验收: claimed with readings, checked by the centre, heard by those served, signed by three. */
export async function accept(road: Road, running: Running, readings: readonly string[]) {
  const editor = await road.as(people.editor)
  const claim = await nextOf(road, running, 'claim')
  const milestoneId = claim.split('/').at(-2)!
  await editor.open(claim)
  const fields = Object.fromEntries(readings.map((value, at) => [`readings[${at}].value`, value]))
  await editor.fill({ ...fields, claim: '指标按计划完成，记录、签到和回访齐全。' })
  await editor.press('提交申报')
  const centre = await road.as(people.centre)
  await centre.open(`/desk/milestones/${milestoneId}`)
  await centre.fill({ verdict: 'check', finding: '抽查 5 户，记录与实际一致。' })
  await centre.press('提交检查结论')
  const handler = await road.as(people.handler)
  await handler.open(`/desk/acceptances/new/${milestoneId}`)
  await handler.press('开始验收')
  const acceptanceId = handler.path().split('/').at(-1)!
  await opinions(await road.as(people.clerk), acceptanceId)
  for (const personId of [people.acceptor, people.director, people.centre]) {
    const member = await road.as(personId)
    await member.open(`/desk/acceptances/${acceptanceId}/sign`)
    const items = Object.fromEntries(readings.map((_, at) => [`items[${at}].asClaimed`, 'yes']))
    await member.fill({ ...items, met: 'met', words: '现场查看，服务对象意见良好，同意验收。' })
    if (personId === people.acceptor) await road.shoot(member, 'acceptance')
    await member.press('签署')
  }
  const anyone = await road.as(null)
  await anyone.open(`/acceptances/${acceptanceId}`)
  await expect(anyone.page.locator('main')).not.toContainText(/张阿姨|李伯伯/)
}
