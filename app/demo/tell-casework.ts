import { addCaseNote, openCase } from '#domain/deliver/casework/keep-case.ts'
import { confirmCpd, nameSupervisor, recordCpd } from '#domain/deliver/casework/practice.ts'
import { planSession } from '#domain/deliver/diary/hold-session.ts'
import { personOf } from './base.ts'
import type { Story } from './story.ts'
import type { Service } from './tell-contracts.ts'

/** 个案: one file, read by its social worker and the supervisor of his organisation. */
async function tellCase(story: Story, { contractId, supplierId }: Service, serviceUserId: string) {
  const worker = (when: string) => story.sit('social_worker', supplierId, when)
  const supervisor = story.district.socialWorkers.find((w) => w.id === 'SW03')!
  await nameSupervisor(story.sit('org_signer', supplierId, '2026-05-06 09:00'), {
    workerId: personOf(story.district, 'SW01'),
    certNo: supervisor.certNo,
  })
  const goal = '（演示）重新与邻里来往；每两周见一次面，三个月后一起看一看。'
  const { id: caseId } = await openCase(worker('2026-09-10 10:00'), { contractId, serviceUserId, goal })
  const notes = [
    ['2026-09-10', '2026-09-10 17:00', '（演示）第一次面谈，一起定了目标。'],
    ['2026-10-14', '2026-10-15 09:00', '（演示）陪同参加楼道茶话会，坐了二十分钟。'],
    ['2026-10-28', '2026-10-28 17:30', '（演示）开始自己去活动室，下次谈谈与家人的联系。'],
  ] as const
  for (const [heldOn, when, words] of notes)
    await addCaseNote(worker(when), { caseId, heldOn, minutes: 50, words })
}

/** 继续教育: two confirmed by the organisation, one that waits. */
async function tellTraining(story: Story, { supplierId }: Service) {
  const courses = [
    ['2025-06-20', '个案管理与资源链接', 36, true],
    ['2026-05-22', '社区矛盾调解', 24, true],
    ['2026-11-13', '危机干预', 16, false],
  ] as const
  for (const [heldOn, title, hours, confirmed] of courses) {
    const worker = story.sit('social_worker', supplierId, `${heldOn} 18:00`)
    const { id: cpdId } = await recordCpd(worker, { heldOn, title, hours })
    if (confirmed) await confirmCpd(story.sit('org_signer', supplierId, `${heldOn} 19:00`), { cpdId })
  }
}

/** 社工站 beside its diary: a case file, hours of training, and a session whose door opens this week. */
export async function tellCasework(story: Story, service: Service, serviceUserId: string) {
  await tellCase(story, service, serviceUserId)
  await tellTraining(story, service)
  const { contractId, supplierId } = service
  const words = { kind: 'activity' as const, title: '冬季防跌倒讲座', place: '社工站活动室' }
  await planSession(story.sit('social_worker', supplierId, '2026-11-20 09:00'), {
    ...{ ...words, contractId, heldOn: '2026-11-27' },
  })
}
