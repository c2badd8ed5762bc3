import { expect } from '@playwright/test'
import type { Part } from '../support/people.ts'
import type { Call } from './call.ts'
import { people, type Road } from './road.ts'

type Bidder = { editor: string; signer: string; worker: string; certNo: string; price: string; says: string }
const bidders: readonly Bidder[] = [
  {
    editor: people.editor,
    signer: people.signer,
    worker: people.worker,
    certNo: 'DEMO-2018-00001',
    price: '172000',
    says: '五个网格各配一名固定社工，先建独居老人台账，再按风险排每周路线。',
  },
  {
    editor: 'U049',
    signer: 'U050',
    worker: 'U093',
    certNo: 'DEMO-2022-00005',
    price: '176000',
    says: '由居家护理员上门，每周一次，护理记录当日上传。',
  },
  {
    editor: 'U055',
    signer: 'U056',
    worker: 'U097',
    certNo: 'DEMO-2019-00009',
    price: '168000',
    says: '组织楼道志愿者结对探访，社工每月督导一次。',
  },
]

async function write(writer: Part, { tenderId }: Call, b: Bidder) {
  const path = `/tenders/${tenderId}/proposal`
  await writer.open(`${path}/organisation`)
  await writer.fill({ contact: '项目部 8612 0199' })
  await writer.press('保存')
  await writer.open(path)
  const parts = await writer.page
    .locator(`a[href^="${path}/plan/"]`)
    .evaluateAll((links) => [...new Set(links.map((a) => a.getAttribute('href')!))])
  for (const part of parts) {
    await writer.open(part)
    await writer.fill({ words: `${b.says}负责人每月向社区和街道报告一次进度，突发情况当天报告。` })
    await writer.press('保存')
  }
  await writer.open(`${path}/budget`)
  await writer.fill({
    price: b.price,
    'lines[0].label': '社工与探访员',
    'lines[0].amount': String(Number(b.price) - 20_000),
    'lines[1].label': '活动与物料',
    'lines[1].amount': '20000',
  })
  await writer.press('保存')
  await writer.open(`${path}/indicators`)
  await writer.press('保存')
  await writer.open(`${path}/integrity`)
  for (const name of ['honest', 'noCollusion', 'noAssignment']) await writer.fill({ [name]: 'yes' })
  await writer.press('作出承诺')
  await writer.open(`${path}/team`)
  await writer.fill({ certNo: b.certNo, leads: 'yes' }, 'name')
  await writer.press('请他同意', 'name')
}

async function propose(road: Road, call: Call, b: Bidder, shown: boolean) {
  const writer = await road.as(b.editor)
  await write(writer, call, b)
  if (shown) await road.shoot(writer, 'proposal')
  const worker = await road.as(b.worker)
  await worker.open('/desk')
  const link = await worker.page
    .locator(`a[href*="/tenders/${call.tenderId}/proposal/team/"]`)
    .first()
    .getAttribute('href')
  await worker.open(link!)
  await worker.fill({ says: 'yes' })
  await worker.press('答复')
  const signer = await road.as(b.signer)
  await signer.open(`/tenders/${call.tenderId}/proposal/check`)
  await signer.press('递交方案')
  // With scripts the browser seals first, and then sends.
  await signer.page.waitForURL(/receipt$/)
  if (shown) await road.shoot(signer, 'proposal-receipt')
  expect(signer.path()).toContain('/receipt')
}

/** 响应文件: three teams write, their workers say yes, their signers send; nobody else can tell. */
export async function sendProposals(road: Road, call: Call) {
  for (const [n, b] of bidders.entries()) await propose(road, call, b, n === 0)
  for (const outsider of [null, people.handler, people.approver, people.clerk]) {
    const other = await road.as(outsider)
    await other.open(`/tenders/${call.tenderId}`)
    await expect(other.page.locator('main')).not.toContainText(/暖邻|夕照|协商促进会/)
  }
}
