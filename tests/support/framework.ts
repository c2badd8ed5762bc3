import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import { findFramework, providersOf } from '#domain/buy/framework/find-framework.ts'
import type { FrameworkWords } from '#domain/buy/framework/forms.ts'
import { applyToJoin, decideProvider, signAgreement } from '#domain/buy/framework/join-framework.ts'
import { writeKinship } from '#domain/buy/framework/kinship.ts'
import { placeOrder } from '#domain/buy/framework/place-order.ts'
import { draftFramework, publishFramework } from '#domain/buy/framework/write-framework.ts'
import { announceIntention } from '#domain/buy/plan/announce-intention.ts'
import type { DraftPlan } from '#domain/buy/plan/forms.ts'
import { yuan } from '#domain/money.ts'
import { approvedPlan } from './plan.ts'
import type { TownParts } from './settled-town.ts'
import type { Town } from './world.ts'

type AnyTown = Town | TownParts

export const frameworkWords = (more: Partial<FrameworkWords> = {}): FrameworkWords => ({
  title: '高龄老人居家服务',
  forWhom: '本街道 80 岁以上老人',
  conditions: '持健康证上岗，上门两人同行，服务后请老人或家属签字。',
  ageFrom: 80,
  perPerson: yuan(400),
  items: [
    { name: '助浴', unit: '次', price: yuan(80), quality: '两人上门，含安全评估', minutes: 60 },
    { name: '保洁', unit: '次', price: yuan(60), quality: '每次两小时', minutes: 120 },
  ],
  ...more,
})

/** An agreement that is open, its intention public for its thirty days; the town's clock stands after them. */
export async function openFramework(
  town: AnyTown,
  more: Partial<FrameworkWords> = {},
  plan: Partial<DraftPlan> = {},
) {
  const dates = { from: '2026-03-02', to: '2028-03-01' }
  const route = { methodId: 'FRAMEWORK_OPEN-1', amount: yuan(500_000), ...dates, ...plan }
  const { id: planId } = await approvedPlan(town as Town, route)
  await announceIntention(town.as('handler'), { planId })
  const { id } = await draftFramework(town.as('handler'), { planId, ...frameworkWords(more) })
  town.clock.set(new Date('2026-04-07T09:00:00+08:00'))
  await publishFramework(town.as('approver'), { frameworkId: id })
  return findFramework(town.db, id)
}

/** A body that asked, was admitted and signed. */
export async function joined(town: AnyTown, frameworkId: string, n: number) {
  await applyToJoin(town.as(`signer${n}`), { frameworkId, words: '有护理员十二名，可当日上门。' })
  const supplierId = `ORG${n}`
  const of = async () =>
    (await providersOf(town.db, frameworkId)).find((p) => p.provider.supplierId === supplierId)!.provider
  const { id: providerId } = await of()
  await decideProvider(town.as('approver'), { frameworkId, providerId, how: 'admit', reason: '' })
  await signAgreement(town.as(`signer${n}`), { frameworkId })
  return of()
}

/** An old resident (resident1) of C1 and her daughter (resident6, of another community), written down by the clerk. */
export async function mother(town: AnyTown) {
  const phone = async (id: string, number: string, more: object = {}) =>
    town.transact((tx) =>
      tx
        .update(persons)
        .set({ phoneHash: town.vault.keyed('phone', number), ...more })
        .where(eq(persons.id, id)),
    )
  await phone('resident1', '13900000001', { ageBand: '80+' })
  await phone('resident6', '13900000006', { ageBand: '36-59' })
  const kin = {
    phone: '13900000001',
    agentPhone: '13900000006',
    relation: '女儿',
    consent: 'in_person' as const,
  }
  return writeKinship(town.as('clerk'), kin)
}

type Order = Partial<Parameters<typeof placeOrder>[1]>
/** The daughter orders a bath for her mother. */
export async function orderedBy(
  town: AnyTown,
  frameworkId: string,
  providerId: string,
  more: Order = {},
  who = 'resident6',
) {
  const { items } = await findFramework(town.db, frameworkId)
  const typed = {
    personId: 'resident1',
    itemId: items[0]!.id,
    providerId,
    quantity: 1,
    wishedOn: '2026-04-10',
  }
  return placeOrder(town.as(who), { frameworkId, ...typed, words: '耳朵不好，请多敲几下门', ...more })
}
