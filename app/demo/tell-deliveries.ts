import { terminateContract } from '#domain/deliver/contract/terminate-contract.ts'
import { returnMilestone } from '#domain/deliver/milestone/return-milestone.ts'
import { registerRecovery } from '#domain/deliver/payment/register-recovery.ts'
import { raiseFinding } from '#domain/deliver/supervision/raise-finding.ts'
import {
  closeFinding,
  escalateFinding,
  giveProof,
  orderFix,
} from '#domain/deliver/supervision/take-finding.ts'
import { yuan } from '#domain/money.ts'
import type { Story } from './story.ts'
import { tellCasework } from './tell-casework.ts'
import { tellCofund } from './tell-cofund.ts'
import { type Service, tellContract } from './tell-contracts.ts'
import { accept, ask, check, claim, hear, pay, signAs } from './tell-milestones.ts'
import type { Purchase } from './tell-plans.ts'
import { answerOne, putRight, rate } from './tell-ratings.ts'
import { tellDiary, tellServices } from './tell-services.ts'

const done = '按合同完成本期服务，人次、满意率见服务日志与指标读数。'
const seen = '查阅日志、抽查签到、电话回访 6 人，与申报相符。'

const micro = (paid: string) => ['2026-04-28', '2026-04-29', '2026-04-30', paid] as const

/** 转包: found by the centre, not put right, reported up; ended by the street, and the money called back in two parts. */
async function endForTransfer(story: Story, s: Service) {
  const centre = (when: string) => story.sit('centre_officer', s.centreId, when)
  const { contractId } = s
  const words = '现场教练为第三方人员，全部课程已转包。'
  const { id: findingId } = await raiseFinding(centre('2026-06-02 10:00'), {
    contractId,
    kind: 'transfer',
    words,
  })
  await orderFix(centre('2026-06-02 15:00'), { findingId })
  await escalateFinding(centre('2026-06-18 10:00'), { findingId, closing: '期满未改正，报街道处理。' })
  await terminateContract(story.as(s.of('approver'), '2026-06-30 10:00'), {
    contractId,
    cause: 'transfer',
    reason: '督查发现将全部服务转包给第三方，违反 102号令第二十六条及合同约定。',
    recovered: null,
  })
  for (const [amount, receivedOn, no] of [
    [50_000, '2026-07-22', '非税0722-13'],
    [24_000, '2026-08-20', '非税0820-05'],
  ] as const)
    await registerRecovery(story.as(s.of('finance'), `${receivedOn} 10:00`), {
      contractId,
      amount: yuan(amount),
      year: 2026,
      no,
      receivedOn,
    })
}

/** 四点半课堂: what a lesson is, the whole year through. */
const lessons = {
  users: 131,
  known: ['RES06'],
  kind: 'groupWork',
  minutes: 150,
  titles: ['作业辅导与体育活动', '阅读与手工', '安全教育与棋类', '科学小实验'],
  words: '放学后接入教室，先完成作业，再分组活动，家长签字接回。',
} as const

/** Its spring, heard of sixteen people, accepted and paid by July. */
async function tellSpringLessons(story: Story, s: Service) {
  const spring = { entries: 32, personTimes: 4870, from: '2026-03-02', to: '2026-06-17' }
  const read = { PERSON_TIMES: 4870, BENEFICIARIES: 126, SATIS: 93, VOL: 22 }
  await tellServices(story, s, { ...lessons, ...spring })
  await claim(story, s, 2, '2026-06-18 10:00', read, done)
  await check(story, s, 2, '2026-06-23 10:00', seen)
  await accept(story, s, 2, ['2026-06-24 10:00', '2026-06-25 19:00', '2026-06-26 16:00'], [12, 3, 1, 0, 0])
  await pay(story, s, 2, ['2026-06-29', '2026-06-30', '2026-07-02', '2026-07-10'])
}

/** Its autumn, heard of a hundred and four, paid in November. */
async function tellAutumnLessons(story: Story, s: Service) {
  const autumn = { entries: 34, personTimes: 4774, from: '2026-06-19', to: '2026-10-30' }
  const read = { PERSON_TIMES: 9644, BENEFICIARIES: 131, SATIS: 95.4, VOL: 27 }
  await tellDiary(story, s, { ...lessons, ...autumn })
  await claim(story, s, 3, '2026-11-02 10:00', read, done)
  await check(story, s, 3, '2026-11-05 10:00', seen)
  await accept(story, s, 3, ['2026-11-06 10:00', '2026-11-10 19:00', '2026-11-12 16:00'], [84, 15, 5, 0, 0])
  await pay(story, s, 3, ['2026-11-13', '2026-11-16', '2026-11-17', '2026-11-20'])
}

/** 探访: the centre found emergency cards that had not been renewed; they are still to be put right. */
async function findOldCards(story: Story, { contractId, centreId }: Service) {
  const centre = (when: string) => story.sit('centre_officer', centreId, when)
  const { id: findingId } = await raiseFinding(centre('2026-11-12 11:00'), {
    contractId,
    words: '抽查 10 户，2 户的紧急联络卡没有更新电话。',
  })
  await orderFix(centre('2026-11-12 15:00'), { findingId })
}

const told: Record<string, (story: Story, s: Service) => Promise<void>> = {
  /** 社工站: by the year, its second claim is with the service centre. */
  P01: async (story, s) => {
    await pay(story, s, 1, ['2026-04-23', '2026-04-27', '2026-05-06', '2026-05-12'])
    const { ids } = await tellServices(story, s, {
      users: 71,
      entries: 26,
      personTimes: 6180,
      kind: 'visit',
      minutes: 420,
      numbered: true,
      titles: ['个案会谈', '家庭探访', '困境儿童小组', '转介与随访'],
      words: '按服务计划跟进，当天记录，督导每两周看一次。',
      from: '2026-05-06',
      to: '2026-10-28',
    })
    await tellCasework(story, s, ids[0]!)
    await claim(story, s, 2, '2026-10-29 10:00', { CASES: 71, PERSON_TIMES: 6180, SATIS: 92 }, done)
  },
  /** 四点半课堂, from its first payment to 104 ratings. */
  P05: async (story, s) => {
    await pay(story, s, 1, ['2026-02-11', '2026-02-12', '2026-02-13', '2026-02-27'])
    await tellSpringLessons(story, s)
    await tellAutumnLessons(story, s)
    await rate(story, s, '2026-11-13 09:00', ['2026-11-13', '2026-11-21'], [88, 11, 5, 0, 0])
    await answerOne(story, s, 3, '2026-11-22 10:00', '谢谢您的意见，换班老师会提前一天在家长群里告知。')
  },
  /** 探访与助浴助洁: its mid-term is checked and waits for the street to open the acceptance. */
  P02: async (story, s) => {
    await pay(story, s, 1, ['2026-04-28', '2026-04-30', '2026-05-06', '2026-05-15'])
    await tellServices(story, s, {
      users: 214,
      known: ['RES01', 'RES02'],
      entries: 58,
      personTimes: 5140,
      kind: 'visit',
      minutes: 480,
      titles: ['每周探访', '上门助浴', '上门助洁', '紧急联络演练'],
      words: '两人一组入户，量血压、看用药、问冷暖，异常情况当天报社区。',
      from: '2026-05-04',
      to: '2026-10-28',
    })
    await claim(
      story,
      s,
      2,
      '2026-10-29 10:00',
      { BENEFICIARIES: 214, VISITS: 5140, HOURS: 3610, VOL: 96, SATIS: 93.1 },
      done,
    )
    await check(story, s, 2, '2026-11-11 15:00', seen)
    await findOldCards(story, s)
    await rate(story, s, '2026-11-16 09:00', ['2026-11-16', '2026-11-20'], [14, 5, 2, 1, 0])
  },
  /** 新居民融合: its mid-term is accepted; the money waits at finance. */
  P04: async (story, s) => {
    await pay(story, s, 1, ['2026-04-22', '2026-04-24', '2026-04-28', '2026-05-11'])
    await tellServices(story, s, {
      users: 60,
      known: ['RES05'],
      entries: 15,
      personTimes: 1490,
      kind: 'activity',
      minutes: 180,
      titles: ['新邻居见面会', '和谐促进会议事', '职工子女周末课', '老乡说法'],
      words: '新老居民同桌，认识楼组长，填写邻里联系卡。',
      from: '2026-05-09',
      to: '2026-10-28',
    })
    await claim(
      story,
      s,
      2,
      '2026-10-29 10:00',
      { PERSON_TIMES: 1490, ACTIVITIES: 15, GROUPBORN: 1, SATIS: 88.6 },
      done,
    )
    await check(story, s, 2, '2026-11-10 10:00', seen)
    await accept(story, s, 2, ['2026-11-11 10:00', '2026-11-13 19:00', '2026-11-17 16:00'], [5, 3, 1, 0, 0])
    await ask(story, s, 2, '2026-11-18 10:00', '2026-11-20 10:00')
  },
  /** 戒毒康复帮扶: its claim was sent back to be written without anything that points at a person. */
  P08: async (story, s) => {
    await pay(story, s, 1, ['2026-04-15', '2026-04-17', '2026-04-22', '2026-05-08'])
    await tellServices(story, s, {
      users: 22,
      entries: 28,
      personTimes: 360,
      kind: 'visit',
      minutes: 60,
      numbered: true,
      titles: ['个案面谈', '家庭支持小组', '尿检陪同与随访'],
      words: '按服务计划跟进，只记过程与人次，内容见个案档案。',
      from: '2026-05-06',
      to: '2026-10-28',
    })
    await claim(story, s, 2, '2026-10-29 10:00', { CASES: 22, SATIS: 90.2 }, done)
    const milestoneId = s.milestones[1]!
    await returnMilestone(story.sit('centre_officer', s.centreId, '2026-11-05 10:00'), {
      milestoneId,
      reason: '附件有一处可以识别到个人，请改为汇总数后重新申报。',
    })
  },
  /** 楼道议事与微更新: a group of neighbours, its money held by a custodian; one of them was not content, and was heard. */
  P06: async (story, s) => {
    await pay(story, s, 1, micro('2026-05-08'))
    await tellServices(story, s, {
      users: 36,
      entries: 9,
      personTimes: 186,
      kind: 'meeting',
      minutes: 120,
      titles: ['楼道议事', '清理日', '公约签名'],
      words: '逐层商量堆物去留，当天清运，留下公约与轮值表。',
      from: '2026-05-09',
      to: '2026-09-26',
    })
    await claim(story, s, 2, '2026-09-28 10:00', { ACTIVITIES: 9, PERSON_TIMES: 186, SATIS: 92.7 }, done)
    await check(story, s, 2, '2026-10-16 10:00', seen)
    await accept(story, s, 2, ['2026-10-19 10:00', '2026-10-22 19:00', '2026-10-26 16:00'], [9, 4, 1, 0, 0])
    await pay(story, s, 2, ['2026-10-28', '2026-10-30', '2026-11-04', '2026-11-13'])
    const tokens = await rate(story, s, '2026-10-27 09:00', ['2026-10-27', '2026-10-30'], [14, 6, 1, 1, 0])
    await putRight(story, s, tokens, tokens.length - 1, ['2026-11-03 10:00', '2026-11-09 19:00'])
  },
  /** 咖啡角: its acceptance is open, users are heard, one of three has signed. */
  P07: async (story, s) => {
    await pay(story, s, 1, micro('2026-05-08'))
    await tellServices(story, s, {
      users: 19,
      entries: 26,
      personTimes: 338,
      kind: 'groupWork',
      minutes: 150,
      titles: ['咖啡制作', '收银与礼貌用语', '清洁与安全'],
      words: '两人一带，按步骤卡练习，做完互相评价。',
      from: '2026-05-06',
      to: '2026-11-11',
    })
    await claim(story, s, 2, '2026-11-12 10:00', { BENEFICIARIES: 19, PERSON_TIMES: 338, SATIS: 91 }, done)
    await check(story, s, 2, '2026-11-16 10:00', seen)
    const acceptanceId = await hear(story, s, 2, '2026-11-17 10:00', '2026-11-19 19:00', [5, 3, 1, 0, 0])
    await signAs(story, s, 'centre', acceptanceId, '2026-11-20 10:00')
  },
  /** 智能手机课堂: claimed, and not checked yet. */
  P15: async (story, s) => {
    await pay(story, s, 1, micro('2026-05-08'))
    await tellServices(story, s, {
      users: 64,
      entries: 14,
      personTimes: 520,
      kind: 'activity',
      minutes: 120,
      titles: ['手机挂号', '识别诈骗电话', '视频通话', '移动支付安全'],
      words: '一位志愿者带三位老人，学完当场自己操作一遍。',
      from: '2026-05-12',
      to: '2026-11-17',
    })
    await claim(story, s, 2, '2026-11-19 10:00', { ACTIVITIES: 14, BENEFICIARIES: 64, SATIS: 90 }, done)
  },
  /** 家属互助小组, by a social worker alone. */
  P16: async (story, s) => {
    await pay(story, s, 1, micro('2026-05-08'))
    await tellServices(story, s, {
      users: 31,
      entries: 16,
      personTimes: 168,
      kind: 'groupWork',
      minutes: 90,
      numbered: true,
      titles: ['家属互助小组', '照护压力舒缓', '个案会谈'],
      words: '小组照约定进行，只记次数与人次。',
      from: '2026-05-15',
      to: '2026-11-20',
    })
  },
  /** 健身指导: handed on to a third party, found, not put right, ended; what had been paid is called back. */
  P13: async (story, s) => {
    await pay(story, s, 1, ['2025-09-03', '2025-09-05', '2025-09-10', '2025-09-26'])
    await tellServices(story, s, {
      users: 30,
      entries: 30,
      personTimes: 860,
      kind: 'activity',
      minutes: 60,
      titles: ['晨练指导', '太极入门', '拉伸与护膝'],
      words: '公园集合，热身、练习、放松，教练签到。',
      from: '2025-09-03',
      to: '2026-05-28',
    })
    await endForTransfer(story, s)
  },
}

/** A finding of the centre that the organisation put right, closed by who raised it. */
async function tellFinding(story: Story, s: Service) {
  const centre = (when: string) => story.sit('centre_officer', s.centreId, when)
  const { id: findingId } = await raiseFinding(centre('2026-09-08 10:00'), {
    contractId: s.contractId,
    words: '志愿者保险没有覆盖临时参加的人员。',
  })
  await orderFix(centre('2026-09-08 15:00'), { findingId })
  await giveProof(story.sit('org_editor', s.supplierId, '2026-09-15 10:00'), {
    findingId,
    proof: '已补保，保单号已交服务中心核对。',
  })
  await closeFinding(centre('2026-09-17 10:00'), { findingId, closing: '保单核对无误。' })
}

/** 服务: from the contract on, as far as each has come. */
export async function tellDelivery(story: Story, purchase: Purchase) {
  const tell = told[purchase.script.id]
  if (!tell) return
  const service = await tellContract(story, purchase)
  await tell(story, service)
  if (purchase.script.id === 'P02') await tellCofund(story, service)
  if (purchase.script.id === 'P04') await tellFinding(story, service)
}
