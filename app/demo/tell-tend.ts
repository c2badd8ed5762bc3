import { eq } from 'drizzle-orm'
import { frameworks, offerUses, plans } from '#db/schema/index.ts'
import { yuan } from '#domain/money.ts'
import { listOffer, postOffer } from '#domain/tend/offers/post-offer.ts'
import { honourUse, receiveGoods, takeOffer } from '#domain/tend/offers/use-offer.ts'
import { askBooking } from '#domain/tend/resources/ask-booking.ts'
import { lendBooking } from '#domain/tend/resources/carry-booking.ts'
import { listResource } from '#domain/tend/resources/list-resource.ts'
import type { Story } from './story.ts'
import { resident, tellHours } from './tell-hours.ts'
import type { Purchase } from './tell-plans.ts'

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
