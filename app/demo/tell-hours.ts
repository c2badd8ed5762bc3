import { and, desc, gte, lte } from 'drizzle-orm'
import { diaryEntries } from '#db/schema/index.ts'
import type { Role } from '#db/vocabulary.ts'
import { askService } from '#domain/tend/hours/ask-service.ts'
import { appointBank } from '#domain/tend/hours/bank.ts'
import { claimService, takeService } from '#domain/tend/hours/carry-service.ts'
import { confirmService } from '#domain/tend/hours/decide-service.ts'
import type { RecordService } from '#domain/tend/hours/forms.ts'
import { giveHours, grantHours, poolHours } from '#domain/tend/hours/give-hours.ts'
import { insureVolunteer, nameHeir, openAccount } from '#domain/tend/hours/open-account.ts'
import { recordService } from '#domain/tend/hours/record-service.ts'
import { personOf } from './base.ts'
import { neighboursOf } from './neighbours.ts'
import { later } from './seeded.ts'
import type { Story } from './story.ts'

const homes: Record<string, string> = { RES01: 'C1', RES02: 'C1', RES04: 'C1', RES06: 'C3', RES07: 'C3' }
/** A resident of the file at that moment, or one of the neighbours of 青石. */
export const resident = (story: Story, ref: string, when: string) =>
  homes[ref]
    ? story.asResident(personOf(story.district, ref), homes[ref], when)
    : story.asResident(ref, 'C1', when)
const [anna, bela, cato] = neighboursOf('C1').slice(70, 73) as [string, string, string]

type Served = RecordService & { by: string; confirmedBy?: readonly [Role, string] }
/** Hours that both sides said so of. */
async function serve(story: Story, { by, confirmedBy, ...typed }: Served) {
  const { id: serviceId } = await recordService(resident(story, by, `${typed.servedOn} 19:00`), typed)
  if (confirmedBy) await confirmService(story.sit(...confirmedBy, `${typed.servedOn} 20:00`), { serviceId })
}

const saturdays = [
  { task: 'company', words: '陪楼里的老人聊天、读报' },
  { task: 'environment', words: '和邻居一起清理楼道' },
  { task: 'company', words: '探访两户高龄老人' },
  { task: 'event', words: '帮忙布置社区活动' },
] as const
/** 李大姐: every Saturday of a year for her committee, once with those who visit; what she did for a neighbour comes on top. */
async function earnWeekly(story: Story) {
  const clerk = ['committee_clerk', 'C1'] as const
  for (let week = 0; week < 52; week += 1) {
    const of = { ...saturdays[week % 4]!, minutes: week % 13 < 7 ? 150 : 120, hostId: 'C1' }
    await serve(story, { by: 'RES04', ...of, servedOn: later('2025-11-15', 7 * week), confirmedBy: clerk })
  }
  const visit = { task: 'company' as const, minutes: 150, words: '随探访项目入户陪伴两位老人' }
  await serve(story, {
    ...{ by: 'RES04', ...visit, hostId: 'ORG02', servedOn: '2026-11-14' },
    confirmedBy: ['org_editor', 'ORG02'],
  })
}

/** 吴女士: an afternoon a week with the children; one afternoon its host has still to confirm. */
async function earnTeaching(story: Story) {
  const lesson = { by: 'RES06', task: 'reading' as const, words: '四点半课堂志愿老师' }
  for (let week = 0; week < 22; week += 1)
    await serve(story, {
      ...{ ...lesson, hostId: 'C3', minutes: week < 21 ? 180 : 60, servedOn: later('2026-03-05', 7 * week) },
      confirmedBy: ['committee_clerk', 'C3'],
    })
  await serve(story, { ...lesson, hostId: 'ORG03', minutes: 180, servedOn: '2026-10-22' })
}

/** Three neighbours earn on two Saturdays what they give to the pool at once. */
async function fillPool(story: Story) {
  for (const by of [anna, bela, cato]) {
    await openAccount(resident(story, by, '2025-11-20 10:00'))
    for (const servedOn of ['2025-11-22', '2025-11-29'])
      await serve(story, {
        ...{ by, task: 'environment', minutes: 120, words: '清理楼道和小花园', hostId: 'C1', servedOn },
        confirmedBy: ['committee_clerk', 'C1'],
      })
    await poolHours(resident(story, by, '2025-12-01 10:00'), { minutes: 240 })
  }
}

/** Two hours that one neighbour asked for and another gave, said so by both. */
async function help(story: Story, asker: string, helper: string, servedOn: string) {
  const asked = { task: 'errand' as const, servedOn, minutes: 120, words: '陪着去医院看病取药' }
  const { id: serviceId } = await askService(resident(story, asker, `${later(servedOn, -3)} 10:00`), asked)
  await takeService(resident(story, helper, `${later(servedOn, -3)} 12:00`), { serviceId })
  await claimService(resident(story, helper, `${servedOn} 17:00`), { serviceId, servedOn, minutes: 120 })
  await confirmService(resident(story, asker, `${servedOn} 18:00`), { serviceId })
}

/** 钱伯伯 is granted hours out of the pool and spends half of them; 李大姐 gives to the pool and spends some of her own. */
async function spend(story: Story) {
  const keeper = (when: string) => story.sit('org_signer', 'ORG06', when)
  const granted = {
    personId: personOf(story.district, 'RES02'),
    minutes: 720,
    reason: '高龄独居，需要陪诊',
  }
  await grantHours(keeper('2025-12-05 10:00'), granted)
  await poolHours(resident(story, 'RES04', '2026-10-01 10:00'), { minutes: 1200 })
  await grantHours(keeper('2026-10-12 10:00'), granted)
  for (const [i, on] of ['2026-01-14', '2026-03-18', '2026-05-20', '2026-07-15', '2026-09-16'].entries())
    await help(story, 'RES02', i % 2 === 0 ? anna : 'RES04', on)
  await help(story, 'RES02', 'RES04', '2026-11-16')
  for (let month = 0; month < 9; month += 1) await help(story, 'RES04', bela, later('2026-02-10', 28 * month))
}

/** Within the family; and what still waits: for a committee to confirm, for a neighbour to take. */
async function leaveOpen(story: Story) {
  const lesson = { task: 'reading' as const, minutes: 180, words: '四点半课堂志愿老师', hostId: 'C3' }
  await serve(story, {
    ...{ by: 'RES07', ...lesson, servedOn: '2026-10-22' },
    confirmedBy: ['committee_clerk', 'C3'],
  })
  const mother = personOf(story.district, 'RES01')
  await giveHours(resident(story, 'RES07', '2026-11-10 20:00'), { to: mother, minutes: 60 })
  await nameHeir(resident(story, 'RES07', '2026-11-10 20:05'), { heirId: mother })
  const phone = { task: 'phone_help' as const, words: '教两位老人用手机挂号' }
  await serve(story, { by: 'RES04', ...phone, hostId: 'C1', servedOn: '2026-11-20', minutes: 90 })
  const asked = { task: 'phone_help' as const, minutes: 60, words: '想学用手机预约挂号' }
  await askService(resident(story, 'RES07', '2026-11-20 10:00'), { ...asked, servedOn: '2026-11-27' })
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

/** 义工银行: each account comes to what the file says was earned, spent, given and granted; the pool holds what was given to it. */
export async function tellHours(story: Story) {
  await appointBank(story.sit('district_approver', 'GOV-MZ', '2025-11-03 10:00'), {
    partyId: 'ORG06',
    ground: '区民政局关于开展义工银行试点的通知（2025 年第 31 号）',
  })
  const open = (ref: string, on: string) => openAccount(resident(story, ref, `${on} 10:00`))
  const { id: accountId } = await open('RES04', '2025-11-10')
  await open('RES02', '2025-11-10')
  for (const ref of ['RES01', 'RES06', 'RES07']) await open(ref, '2026-03-05')
  const keeper = story.sit('org_editor', 'ORG06', '2026-03-06 10:00')
  await insureVolunteer(keeper, { accountId, until: '2026-12-31', policyNo: 'YW-2026-0117' })
  await fillPool(story)
  await earnWeekly(story)
  await earnTeaching(story)
  await spend(story)
  await leaveOpen(story)
  await claimTwice(story)
}
