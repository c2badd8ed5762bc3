import { and, desc, eq, gte, lte } from 'drizzle-orm'
import { diaryEntries, frameworks, offerUses, plans } from '#db/schema/index.ts'
import { yuan } from '#domain/money.ts'
import { askService } from '#domain/tend/hours/ask-service.ts'
import { appointBank } from '#domain/tend/hours/bank.ts'
import { claimService, takeService } from '#domain/tend/hours/carry-service.ts'
import { confirmService } from '#domain/tend/hours/decide-service.ts'
import { giveHours, grantHours, poolHours } from '#domain/tend/hours/give-hours.ts'
import { insureVolunteer, nameHeir, openAccount } from '#domain/tend/hours/open-account.ts'
import { recordService } from '#domain/tend/hours/record-service.ts'
import { listOffer, postOffer } from '#domain/tend/offers/post-offer.ts'
import { honourUse, receiveGoods, takeOffer } from '#domain/tend/offers/use-offer.ts'
import { askBooking } from '#domain/tend/resources/ask-booking.ts'
import { lendBooking } from '#domain/tend/resources/carry-booking.ts'
import { listResource } from '#domain/tend/resources/list-resource.ts'
import { personOf } from './base.ts'
import type { Story } from './story.ts'
import type { Purchase } from './tell-plans.ts'

const homes: Record<string, string> = { RES01: 'C1', RES02: 'C1', RES04: 'C1', RES06: 'C3', RES07: 'C3' }
const resident = (story: Story, ref: string, when: string) =>
  story.asResident(personOf(story.district, ref), homes[ref]!, when)

const served = [
  { on: '2026-10-17', task: 'company', minutes: 150, words: '陪楼里的老人聊天、读报' },
  { on: '2026-10-24', task: 'event', minutes: 240, words: '帮忙布置重阳节活动' },
  { on: '2026-11-07', task: 'environment', minutes: 120, words: '和邻居一起清理楼道' },
  { on: '2026-11-14', task: 'company', minutes: 150, words: '探访两户高龄老人' },
] as const

/** Hours that both sides said so of: by 李大姐 for the committee, by 吴女士 for hers. */
async function earn(story: Story) {
  for (const { on, ...of } of served) {
    const typed = { ...of, hostId: 'C1', servedOn: on }
    const { id } = await recordService(resident(story, 'RES04', `${on} 19:00`), typed)
    await confirmService(story.sit('committee_clerk', 'C1', `${on} 20:00`), { serviceId: id })
  }
  const lessons = {
    task: 'reading' as const,
    minutes: 180,
    words: '四点半课堂志愿老师',
    servedOn: '2026-10-22',
  }
  for (const ref of ['RES06', 'RES07']) {
    const typed = { ...lessons, hostId: 'C3' }
    const { id } = await recordService(resident(story, ref, '2026-10-22 19:00'), typed)
    await confirmService(story.sit('committee_clerk', 'C3', '2026-10-23 09:00'), { serviceId: id })
  }
  const waits = {
    ...served[0],
    hostId: 'C1',
    servedOn: '2026-11-20',
    minutes: 90,
    words: '教两位老人用手机挂号',
  }
  await recordService(resident(story, 'RES04', '2026-11-20 19:00'), { ...waits, task: 'phone_help' })
}

/** Given to the pool, granted out of it, spent between neighbours; one neighbour still waits for somebody. */
async function spend(story: Story) {
  await poolHours(resident(story, 'RES04', '2026-11-08 10:00'), { minutes: 180 })
  const keeper = story.sit('org_signer', 'ORG06', '2026-11-09 10:00')
  const elder = personOf(story.district, 'RES02')
  await grantHours(keeper, { personId: elder, minutes: 150, reason: '高龄独居，需要陪诊' })
  const help = { task: 'errand' as const, servedOn: '2026-11-16', minutes: 120, words: '陪着去医院取药' }
  const { id: serviceId } = await askService(resident(story, 'RES02', '2026-11-12 10:00'), help)
  await takeService(resident(story, 'RES04', '2026-11-12 12:00'), { serviceId })
  const claimed = { serviceId, servedOn: '2026-11-16', minutes: 110 }
  await claimService(resident(story, 'RES04', '2026-11-16 17:00'), claimed)
  await confirmService(resident(story, 'RES02', '2026-11-16 18:00'), { serviceId })
  const mother = personOf(story.district, 'RES01')
  await giveHours(resident(story, 'RES07', '2026-11-10 20:00'), { to: mother, minutes: 60 })
  await nameHeir(resident(story, 'RES07', '2026-11-10 20:05'), { heirId: mother })
  const asks = {
    task: 'phone_help' as const,
    servedOn: '2026-11-27',
    minutes: 60,
    words: '想学用手机预约挂号',
  }
  await askService(resident(story, 'RES06', '2026-11-20 10:00'), asks)
}

/** 重复申报线索: a social worker volunteers in the evening of a day with a paid diary; somebody has to look at it. */
async function claimTwice(story: Story) {
  const lately = and(gte(diaryEntries.heldOn, '2026-11-09'), lte(diaryEntries.heldOn, '2026-11-17'))
  const rows = await story.store.db
    .select()
    .from(diaryEntries)
    .where(lately)
    .orderBy(desc(diaryEntries.heldOn))
  const known = new Set(story.district.users.map((u) => u.id))
  const found = rows.find(({ recordedBy }) => known.has(recordedBy))
  if (!found) return
  const when = (time: string) => story.as(found.recordedBy, `${found.heldOn} ${time}`)
  await openAccount(when('20:30'))
  const typed = { hostId: 'C1', servedOn: found.heldOn, minutes: 60, words: '晚上参加社区集市志愿服务' }
  const { id } = await recordService(when('21:00'), { ...typed, task: 'event' })
  await confirmService(story.sit('committee_clerk', 'C1', '2026-11-18 09:30'), { serviceId: id })
}

async function tellHours(story: Story) {
  await appointBank(story.sit('district_approver', 'GOV-MZ', '2026-01-15 10:00'), {
    partyId: 'ORG06',
    ground: '区民政局关于开展义工银行试点的通知（2026 年第 3 号）',
  })
  const ids = new Map<string, string>()
  for (const ref of Object.keys(homes))
    ids.set(ref, (await openAccount(resident(story, ref, '2026-03-05 10:00'))).id)
  const keeper = story.sit('org_editor', 'ORG06', '2026-03-06 10:00')
  const insured = { accountId: ids.get('RES04')!, until: '2026-12-31', policyNo: 'YW-2026-0117' }
  await insureVolunteer(keeper, insured)
  await earn(story)
  await spend(story)
  await claimTwice(story)
}

const lent = [
  ['committee_clerk', 'C1', 'room', '青石议事厅', '投影仪、白板、30 把椅子', '青石里 1 号二楼', 8, 21],
  [
    'station_clerk',
    'ST1',
    'equipment',
    '折叠轮椅',
    '承重 100 公斤，用前检查刹车',
    '青石社区服务站',
    null,
    null,
  ],
  [
    'centre_officer',
    'SC1',
    'facility',
    '多功能活动室',
    '有无障碍卫生间，可坐 60 人',
    '街道社区服务中心一楼',
    9,
    21,
  ],
  ['org_editor', 'ORG05', 'trainer', '议事协商讲师', '会议规则和主持，半天起约', '可到社区', null, null],
] as const

async function tellResources(story: Story) {
  const ids: string[] = []
  for (const [role, body, kind, name, words, address, opens, closes] of lent) {
    const hours = { opens: opens ?? undefined, closes: closes ?? undefined }
    const typed = { kind, name, words, address, ...hours }
    ids.push((await listResource(story.sit(role, body, '2026-03-10 10:00'), typed)).id)
  }
  const nothing = { to: undefined, opens: undefined, closes: undefined }
  const club = { ...nothing, from: '2026-11-27', opens: 14, closes: 16, purpose: '楼组读书会' }
  await askBooking(resident(story, 'RES04', '2026-11-20 12:00'), { resourceId: ids[0]!, ...club })
  const wheel = { ...nothing, from: '2026-11-24', to: '2026-11-25', purpose: '接老人复诊' }
  const ask = resident(story, 'RES02', '2026-11-19 12:00')
  const { id: bookingId } = await askBooking(ask, { resourceId: ids[1]!, ...wheel })
  await lendBooking(story.sit('station_clerk', 'ST1', '2026-11-19 15:00'), { bookingId })
}

const term = { from: '2026-09-01', to: '2027-02-28' }
const posts = (story: Story, partyId: string) => story.sit('org_editor', partyId, '2026-08-24 10:00')
const looks = (story: Story, buyer: string, when: string) =>
  story.sit(buyer.startsWith('S') ? 'street_handler' : 'district_handler', buyer, when)

/** 爱心商家: a discount for those whom the agreement serves; two took it, one has used it. */
async function tellDiscount(story: Story) {
  const { db } = story.store
  const [agreement] = await db.select().from(frameworks).where(eq(frameworks.state, 'published'))
  if (!agreement) return
  const { id: offerId } = await postOffer(posts(story, 'ENT01'), {
    ...{ kind: 'discount', line: `framework:${agreement.id}`, ...term, quantity: 300 },
    ...{ title: '老年套餐立减', words: '凭码到店，老年套餐立减 5 元，每人一次。' },
    ...{ unitValue: yuan(5), valueGround: '门店公开价目' },
  })
  await listOffer(looks(story, agreement.buyerId, '2026-08-26 10:00'), { offerId })
  for (const ref of ['RES01', 'RES02']) await takeOffer(resident(story, ref, '2026-10-12 10:00'), { offerId })
  const [use] = await db.select().from(offerUses).where(eq(offerUses.offerId, offerId))
  await honourUse(story.sit('org_editor', 'ENT01', '2026-10-13 12:00'), { offerId, code: use!.code! })
}

/** 实物: some of what was pledged has come; another offer waits to be looked at. */
async function tellGoods(story: Story, purchases: Map<string, Purchase>) {
  const plan = async (id: string) =>
    (
      await story.store.db
        .select()
        .from(plans)
        .where(eq(plans.id, purchases.get(id)?.planId ?? ''))
    )[0]
  const [post, visits] = [await plan('P01'), await plan('P02')]
  if (!post || !visits) return
  const { id: offerId } = await postOffer(posts(story, 'ENT03'), {
    ...{ kind: 'in_kind', line: `plan:${post.id}`, ...term, quantity: 20 },
    ...{ title: '电子血压计', words: '捐给两个社工站，供入户探访使用。' },
    ...{ unitValue: yuan(180), valueGround: '采购发票' },
  })
  await listOffer(looks(story, post.buyerId, '2026-08-26 11:00'), { offerId })
  const receipt = { offerId, quantity: 12, receiptNo: 'JS-2026-009' }
  await receiveGoods(looks(story, post.buyerId, '2026-09-15 10:00'), receipt)
  await postOffer(story.sit('org_editor', 'ENT02', '2026-11-19 10:00'), {
    ...{ kind: 'discount', line: `plan:${visits.id}`, from: '2026-11-23', to: '2026-12-31', quantity: 40 },
    ...{ title: '助洁首单免上门费', words: '项目服务对象凭码预约，免 30 元上门费。' },
    ...{ unitValue: yuan(30), valueGround: '公司公开价目' },
  })
}

/** What the community keeps going beside projects: hours, things lent, what partners give. */
export async function tellTend(story: Story, purchases: Map<string, Purchase>) {
  await tellHours(story)
  await tellResources(story)
  await tellDiscount(story)
  await tellGoods(story, purchases)
}
