import type { FrameworkFacts, Provider } from '#domain/buy/framework/find-framework.ts'
import { applyForCare } from '#domain/deliver/care/apply-care.ts'
import { assessCare } from '#domain/deliver/care/assess-care.ts'
import { checkIn, leaveVisit } from '#domain/deliver/care/attend-visit.ts'
import { acceptVisit } from '#domain/deliver/care/carry-visit.ts'
import { houseCode } from '#domain/deliver/care/codes.ts'
import { confirmVisit } from '#domain/deliver/care/confirm-visit.ts'
import { grantCare } from '#domain/deliver/care/decide-care.ts'
import { findCare } from '#domain/deliver/care/find-care.ts'
import { careQuestions } from '#domain/deliver/care/form-data.ts'
import { orderVisit } from '#domain/deliver/care/order-visit.ts'
import { personOf } from './base.ts'
import { later } from './seeded.ts'
import type { Story } from './story.ts'
import type { Purchase } from './tell-plans.ts'

type Care = { careId: string; framework: FrameworkFacts; provider: Provider }
type Visit = { on: string; hour: string; until: 'accepted' | 'done' | 'confirmed' }

/** One visit: the daughter books an hour of housework two days before, the aide comes with the code of the house. */
async function visit(story: Story, { careId, framework, provider }: Care, { on, hour, until }: Visit) {
  const daughter = (when: string) => story.asResident(personOf(story.district, 'RES07'), 'C3', when)
  const booked = later(on, -2)
  const { supplierId } = provider
  const { id: orderId } = await orderVisit(daughter(`${booked} 20:00`), {
    ...{ careId, itemId: framework.items[0]!.id, providerId: provider.id, quantity: 1 },
    ...{ wishedOn: on, hour },
  })
  const aideId = story.who('care_aide', supplierId)
  await acceptVisit(story.sit('org_editor', supplierId, `${later(on, -1)} 09:00`), { orderId, aideId })
  if (until === 'accepted') return
  const aide = (when: string) => story.sit('care_aide', supplierId, when)
  const came = aide(`${on} ${hour}`)
  const code = houseCode(came.vault, await findCare(story.store.db, careId))
  await checkIn(came, { orderId, code })
  await leaveVisit(aide(`${on} ${hour.replace(':00', ':55')}`), { orderId })
  if (until === 'confirmed') await confirmVisit(daughter(`${on} 20:00`), { orderId })
}

/** 居家服务: 赵阿婆, asked for by her daughter, assessed by the station, granted by the district, three visits so far. */
export async function tellCare(
  story: Story,
  { of }: Purchase,
  { framework, provider }: Omit<Care, 'careId'>,
) {
  const daughter = story.asResident(personOf(story.district, 'RES07'), 'C3', '2026-10-12 19:30')
  const { id: careId } = await applyForCare(daughter, {
    ...{ frameworkId: framework.id, personId: personOf(story.district, 'RES01') },
    ...{ livesAlone: true, lowIncome: false, address: '3 号楼 2 单元 501，听力不好，请多敲几下门。' },
  })
  await assessCare(story.sit('station_clerk', 'ST1', '2026-10-15 10:00'), {
    careId,
    answers: careQuestions.map(({ code }) => `${code}=1`),
  })
  await grantCare(story.as(of('handler'), '2026-10-19 10:00'), { careId, from: '2026-10-19' })
  const care = { careId, framework, provider }
  await visit(story, care, { on: '2026-10-23', hour: '09:00', until: 'confirmed' })
  await visit(story, care, { on: '2026-11-06', hour: '09:00', until: 'confirmed' })
  await visit(story, care, { on: '2026-11-20', hour: '09:00', until: 'done' })
  await visit(story, care, { on: '2026-11-24', hour: '14:00', until: 'accepted' })
}
