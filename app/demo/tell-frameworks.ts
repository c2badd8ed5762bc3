import { findFramework, providersOf } from '#domain/buy/framework/find-framework.ts'
import { minutesIn } from '#domain/buy/framework/forms.ts'
import { applyToJoin, decideProvider, signAgreement } from '#domain/buy/framework/join-framework.ts'
import { draftFramework, publishFramework } from '#domain/buy/framework/write-framework.ts'
import { yuan } from '#domain/money.ts'
import type { Story } from './story.ts'
import { tellCare } from './tell-care.ts'
import { tellOrders } from './tell-orders.ts'
import type { Purchase } from './tell-plans.ts'
import { tellSettlements } from './tell-settlements.ts'

const quality: Record<string, string> = {
  助洁: '一人上门，自带工具，做完请老人或家属看过再走',
  助浴: '两人上门，先做安全评估，全程有人守在门口',
  陪诊: '全程陪同，取药、缴费票据交给家属',
  送餐: '热餐到家，温度不低于 60 度，空盒次日收回',
}

/** 征集, 审核, 签订: whoever takes the published price and conditions may serve. */
async function join(story: Story, { of }: Purchase, frameworkId: string, supplierId: string) {
  const signer = (when: string) => story.sit('org_signer', supplierId, when)
  await applyToJoin(signer('2026-01-26 10:00'), {
    frameworkId,
    words: '有持健康证的服务人员，接单后次日可上门，接受公开价格和服务条件。',
  })
  const rows = await providersOf(story.store.db, frameworkId)
  const { id: providerId } = rows.find((r) => r.provider.supplierId === supplierId)!.provider
  await decideProvider(story.as(of('approver'), '2026-02-03 10:00'), {
    ...{ frameworkId, providerId, how: 'admit', reason: '' },
  })
  await signAgreement(signer('2026-02-24 10:00'), { frameworkId })
}

/** 框架协议 and its orders: price and conditions are public, old people choose who comes and when. */
export async function tellFramework(story: Story, purchase: Purchase) {
  const { of, planId, told } = purchase
  const { priceList = [], providers: bodies = [], voucher, orders } = told
  const { id: frameworkId } = await draftFramework(story.as(of('handler'), '2026-01-12 10:00'), {
    ...{ planId, title: told.name.slice(0, 60), forWhom: '本区 80 岁以上老人', ageFrom: 80 },
    conditions: '上门人员持健康证、亮工牌；接单后两个工作日内答复；做完由老人或家属确认，确认了才结算。',
    perPerson: yuan(voucher!.monthlyPerPerson),
    items: priceList.map(({ item, unit, unitPrice }) => ({
      ...{ name: item, unit, price: yuan(unitPrice), quality: quality[item]!, minutes: minutesIn(unit) },
    })),
  })
  await publishFramework(story.as(of('approver'), '2026-01-19 09:00'), { frameworkId })
  for (const supplierId of bodies) await join(story, purchase, frameworkId, supplierId)
  const providers = (await providersOf(story.store.db, frameworkId)).map((r) => r.provider)
  const framework = await findFramework(story.store.db, frameworkId)
  const most = voucher!.monthlyPerPerson
  await tellOrders(story, { framework, providers, told: orders!, prices: priceList, most, suppliers: bodies })
  const provider = providers.find((p) => p.supplierId === 'ORG02')!
  await tellCare(story, purchase, { framework, provider })
  await tellSettlements(story, purchase, frameworkId)
}
