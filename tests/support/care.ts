import { careForms } from '#db/schema/index.ts'
import { applyForCare } from '#domain/deliver/care/apply-care.ts'
import { assessCare } from '#domain/deliver/care/assess-care.ts'
import { checkIn, leaveVisit } from '#domain/deliver/care/attend-visit.ts'
import { acceptVisit } from '#domain/deliver/care/carry-visit.ts'
import { houseCode } from '#domain/deliver/care/codes.ts'
import { confirmVisit } from '#domain/deliver/care/confirm-visit.ts'
import { grantCare } from '#domain/deliver/care/decide-care.ts'
import { findCare } from '#domain/deliver/care/find-care.ts'
import type { VisitWords } from '#domain/deliver/care/forms.ts'
import { orderVisit } from '#domain/deliver/care/order-visit.ts'
import { joined, mother, openFramework } from './framework.ts'
import type { TownParts } from './settled-town.ts'
import type { Town } from './world.ts'

type AnyTown = Town | TownParts
/** What the daughter types of where her mother lives. */
export const home = '青石里 3 号楼 2 单元 501，请多敲几下门'

/** An agreement with two providers, an old woman (resident1) of C1 and her daughter (resident6). */
export async function careTown(town: AnyTown) {
  const { id: frameworkId, items } = await openFramework(town, { ageFrom: undefined, perPerson: undefined })
  const first = await joined(town, frameworkId, 1)
  const second = await joined(town, frameworkId, 2)
  await mother(town)
  return { frameworkId, bath: items[0]!.id, clean: items[1]!.id, first: first.id, second: second.id }
}
export type CareTown = Awaited<ReturnType<typeof careTown>>

export const asks = (town: AnyTown, frameworkId: string, who = 'resident6', more: object = {}) =>
  applyForCare(town.as(who), {
    ...{ personId: 'resident1', frameworkId, livesAlone: true, lowIncome: false, address: home },
    ...more,
  })

/** Every question answered by its n-th answer. */
export async function answersOf(town: AnyTown, nth = 1) {
  const [form] = await town.db.select().from(careForms)
  return form!.questions.map(({ code, options }) => `${code}=${options[nth]!.value}`)
}

/** Asked for, assessed by the station, granted by the street from this day on: 1 200 minutes by the month. */
export async function granted(town: AnyTown, care: CareTown, nth = 1) {
  const { id: careId } = await asks(town, care.frameworkId)
  await assessCare(town.as('station'), { careId, answers: await answersOf(town, nth) })
  await grantCare(town.as('handler'), { careId, from: '2026-04-07' })
  return careId
}

type More = Partial<VisitWords>
/** The daughter orders a bath of an hour for the tenth. */
export const ordersVisit = (
  town: AnyTown,
  care: CareTown,
  careId: string,
  more: More = {},
  who = 'resident6',
) =>
  orderVisit(town.as(who), {
    ...{ careId, itemId: care.bath, providerId: care.first, quantity: 1 },
    ...{ wishedOn: '2026-04-10', hour: '09:00' },
    ...more,
  })

/** Ordered, taken by the provider, and its aide on the way. */
export async function accepted(town: AnyTown, care: CareTown, careId: string, more: More = {}) {
  const { id: orderId } = await ordersVisit(town, care, careId, more)
  await acceptVisit(town.as('editor1'), { orderId, aideId: 'aide1' })
  return orderId
}
export const codeOfHouse = async (town: AnyTown, careId: string) =>
  houseCode(town.vault, await findCare(town.db, careId))

/** Came, done, confirmed by the daughter on the day. */
export async function visited(town: AnyTown, care: CareTown, careId: string, more: More = {}) {
  const orderId = await accepted(town, care, careId, more)
  town.clock.set(new Date(`${more.wishedOn ?? '2026-04-10'}T09:05:00+08:00`))
  await checkIn(town.as('aide1'), { orderId, code: await codeOfHouse(town, careId) })
  await leaveVisit(town.as('aide1'), { orderId })
  await confirmVisit(town.as('resident6'), { orderId })
  return orderId
}
