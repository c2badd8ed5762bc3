import type { MemberScores } from './district.ts'

/** When each step of a purchase was taken, `YYYY-MM-DD HH:mm`; what has not happened yet is not there. */
export type Script = {
  id: string
  /** Drafted; signed by the handler, by finance, by the approver. */
  plan: readonly [string, string?, string?, string?]
  intention?: string
  line: string
  route:
    | 'MICRO_GRANT'
    | 'SELF_SELECT'
    | 'COMPETITIVE_CONSULTATION'
    | 'OPEN_TENDER'
    | 'FRAMEWORK_OPEN'
    | 'MINSHENG_MINOR'
  from: string
  to: string
  goals: string
  quantity: string
  /** Unit, price and quality line by line; none: the project as one. */
  lines?: ReadonlyArray<{ item: string; unit: string; quantity: number; price: number; quality: string }>
  /** Drafted, given to review, published, then the deadline. */
  tender?: readonly [string, string, string, string]
  questionsClose?: string
  payment?: string
  opened?: string
  /** Declared, scored, reported; then proposed, confirmed, notified. */
  evaluated?: readonly [string, string, string]
  awarded?: readonly [string, string, string]
  /** Drawn up, the three sectors' yes, signed by both, published. */
  contract?: readonly [string, string, string, string]
  /** 1+1+1: meant for so many years, with the reason. */
  years?: readonly [number, string]
  /** Where the file names no bidders. */
  bids?: ReadonlyArray<{ orgId: string; price: number }>
  scores?: Record<string, MemberScores[]>
}

const micro = {
  plan: ['2026-02-09 10:00', '2026-02-10 10:00', '2026-02-11 10:00', '2026-02-12 10:00'],
  line: 'FP5',
  route: 'MICRO_GRANT',
  from: '2026-05-01',
  tender: ['2026-02-25 10:00', '2026-02-26 10:00', '2026-03-02 09:00', '2026-03-20 17:00'],
  questionsClose: '2026-03-13 17:00',
  payment: 'PT-64',
  opened: '2026-03-23 10:00',
  evaluated: ['2026-03-24 10:00', '2026-04-10 11:00', '2026-04-10 15:00'],
  awarded: ['2026-04-10 16:30', '2026-04-13 10:00', '2026-04-13 16:00'],
  contract: ['2026-04-21 10:00', '2026-04-22 10:00', '2026-04-24 10:00', '2026-04-27 10:00'],
} as const

const points = (member: string, FIT: number, DO: number, BUDGET: number, TEAM: number, GRADE: number) => ({
  member,
  scores: { FIT, DO, BUDGET, TEAM, GRADE },
})

const tenderPoints = (member: string, PLAN: number, QA: number) => ({
  member,
  scores: { PLAN, TEAM: 8, EXP: 8, QA, FIN: 8 },
})

/** The purchases the file tells, in the order they began. */
export const scripts: readonly Script[] = [
  {
    id: 'P13',
    plan: ['2025-06-16 10:00', '2025-06-17 10:00', '2025-06-18 10:00', '2025-06-20 10:00'],
    line: 'FP10',
    route: 'SELF_SELECT',
    from: '2025-09-01',
    to: '2026-08-31',
    goals: '让中老年居民在家门口学会科学健身',
    quantity: '每周三次健身指导，一年不少于 140 次',
    tender: ['2025-07-21 10:00', '2025-07-23 10:00', '2025-07-28 09:00', '2025-08-11 17:00'],
    payment: 'PT-532',
    opened: '2025-08-12 10:00',
    evaluated: ['2025-08-12 14:00', '2025-08-13 10:00', '2025-08-13 15:00'],
    awarded: ['2025-08-13 16:00', '2025-08-14 10:00', '2025-08-15 10:00'],
    contract: ['2025-08-25 10:00', '2025-08-27 10:00', '2025-09-01 10:00', '2025-09-02 10:00'],
    bids: [
      { orgId: 'ORG13', price: 148_000 },
      { orgId: 'ORG10', price: 149_000 },
      { orgId: 'ORG06', price: 146_000 },
    ],
    scores: {
      ORG13: [
        points('buyerRep', 30, 20, 8, 12, 2),
        points('EX02', 24, 20, 10, 12, 2),
        points('EX05', 30, 16, 8, 12, 2),
      ],
      ORG10: [
        points('buyerRep', 24, 16, 8, 12, 1),
        points('EX02', 24, 12, 8, 9, 1),
        points('EX05', 18, 16, 8, 12, 1),
      ],
      ORG06: [
        points('buyerRep', 18, 16, 8, 9, 3),
        points('EX02', 24, 12, 6, 9, 3),
        points('EX05', 18, 12, 8, 9, 3),
      ],
    },
  },
  {
    id: 'P05',
    plan: ['2025-12-23 10:00', '2025-12-29 10:00', '2025-12-30 10:00', '2025-12-31 10:00'],
    line: 'FP4-C3',
    route: 'SELF_SELECT',
    from: '2026-03-02',
    to: '2026-10-30',
    goals: '双职工家庭的小学生放学后有人看护、有人辅导',
    quantity: '教学日每天 2.5 小时，全程不少于 9000 人次',
    tender: ['2025-12-31 15:00', '2026-01-04 10:00', '2026-01-05 09:00', '2026-01-16 17:00'],
    payment: 'PT-532',
    opened: '2026-01-19 10:00',
    evaluated: ['2026-01-19 14:00', '2026-01-21 10:00', '2026-01-21 15:00'],
    awarded: ['2026-01-21 16:00', '2026-01-22 10:00', '2026-01-22 16:00'],
    contract: ['2026-02-02 10:00', '2026-02-03 10:00', '2026-02-06 10:00', '2026-02-10 10:00'],
  },
  {
    id: 'P03',
    plan: ['2025-12-08 10:00', '2025-12-29 11:00', '2025-12-30 11:00', '2025-12-31 11:00'],
    intention: '2025-12-15 10:00',
    line: 'FP1',
    route: 'FRAMEWORK_OPEN',
    from: '2026-03-01',
    to: '2028-02-29',
    goals: '高龄老人在家得到助洁、助浴、陪诊、送餐，自己选机构、选时间，按单结算',
    quantity: '两年内按老人下单数量结算，每人每月不超过 300 元',
  },
  {
    id: 'P01',
    plan: ['2026-01-19 10:00', '2026-01-20 10:00', '2026-01-21 10:00', '2026-01-23 10:00'],
    intention: '2026-02-02 10:00',
    line: 'FP1',
    route: 'OPEN_TENDER',
    from: '2026-05-01',
    to: '2027-04-30',
    goals: '困境家庭有固定的社工长期跟进，个案不中断',
    quantity: '社工站 2 个，每站持证社工不少于 4 名，个案 120 个，服务 12000 人次',
    years: [3, '个案须连续跟进，总期不超过三年，逐年考核后续签'],
    tender: ['2026-02-24 10:00', '2026-03-05 10:00', '2026-03-09 09:00', '2026-03-30 10:00'],
    questionsClose: '2026-03-16 17:00',
    payment: 'PT-442',
    opened: '2026-03-30 10:30',
    evaluated: ['2026-03-30 10:45', '2026-03-30 13:30', '2026-03-31 14:00'],
    awarded: ['2026-04-01 10:00', '2026-04-03 10:00', '2026-04-07 10:00'],
    contract: ['2026-04-20 10:00', '2026-04-20 15:00', '2026-04-21 10:00', '2026-04-22 10:00'],
    // Quality is judged before any price is known, so the bid that was too cheap has its points as well.
    scores: {
      ORG02: [
        tenderPoints('buyerRep', 28, 9),
        tenderPoints('EX01', 26, 8),
        tenderPoints('EX02', 28, 9),
        tenderPoints('EX04', 30, 8),
        tenderPoints('EX05', 26, 9),
      ],
    },
  },
  {
    id: 'P02',
    plan: ['2026-01-26 10:00', '2026-01-27 10:00', '2026-01-28 10:00', '2026-01-30 10:00'],
    intention: '2026-02-09 10:00',
    line: 'FP2',
    route: 'COMPETITIVE_CONSULTATION',
    from: '2026-05-01',
    to: '2027-04-30',
    goals: '独居高龄老人每周有人探访，跌倒不过夜；行动不便老人洗得上澡',
    quantity: '服务 230 人，探访 9200 次，志愿者 80 人参与',
    lines: [
      {
        ...{ item: '独居高龄老人上门探访', unit: '人次', quantity: 9_200, price: 50 },
        quality: '每人每周一次，每次不少于 30 分钟，有记录；两次敲门无人应，当天联系家人和网格',
      },
      {
        ...{ item: '助浴', unit: '人次', quantity: 600, price: 180 },
        quality: '两人上门，事前量血压，全程不少于 60 分钟，家属或者邻居在场',
      },
      {
        ...{ item: '助洁', unit: '人次', quantity: 1_120, price: 100 },
        quality: '每次不少于 90 分钟，厨房、卫生间、卧室都做到，老人当场签字',
      },
    ],
    tender: ['2026-03-10 10:00', '2026-03-12 10:00', '2026-03-16 09:00', '2026-03-27 14:00'],
    questionsClose: '2026-03-23 17:00',
    payment: 'PT-532',
    opened: '2026-03-27 14:30',
    evaluated: ['2026-03-27 14:45', '2026-03-27 16:30', '2026-03-27 17:30'],
    awarded: ['2026-03-30 10:00', '2026-04-02 10:00', '2026-04-03 10:00'],
    contract: ['2026-04-20 10:00', '2026-04-21 10:00', '2026-04-24 10:00', '2026-04-27 10:00'],
  },
  {
    id: 'P08',
    plan: ['2026-02-03 10:00', '2026-02-04 10:00', '2026-02-05 10:00', '2026-02-06 10:00'],
    line: 'FP3',
    route: 'SELF_SELECT',
    from: '2026-05-01',
    to: '2027-04-30',
    goals: '每一位康复人员有专人跟进，家庭得到支持',
    quantity: '个案 22 个，每月至少面谈两次',
    tender: ['2026-02-24 10:00', '2026-02-25 10:00', '2026-02-27 09:00', '2026-03-13 17:00'],
    payment: 'PT-532',
    opened: '2026-03-16 10:00',
    evaluated: ['2026-03-16 14:00', '2026-03-18 10:00', '2026-03-18 15:00'],
    awarded: ['2026-03-19 10:00', '2026-03-20 10:00', '2026-03-23 10:00'],
    contract: ['2026-04-01 10:00', '2026-04-03 10:00', '2026-04-10 10:00', '2026-04-14 10:00'],
    bids: [
      { orgId: 'ORG08', price: 256_000 },
      { orgId: 'ORG01', price: 258_000 },
      { orgId: 'ORG12', price: 252_000 },
    ],
    scores: {
      ORG08: [
        points('buyerRep', 30, 20, 8, 15, 3),
        points('EX02', 30, 20, 10, 12, 3),
        points('EX05', 30, 16, 8, 15, 3),
      ],
      ORG01: [
        points('buyerRep', 24, 16, 8, 12, 4),
        points('EX02', 24, 16, 8, 15, 4),
        points('EX05', 24, 20, 8, 12, 4),
      ],
      ORG12: [
        points('buyerRep', 18, 16, 8, 12, 4),
        points('EX02', 24, 16, 8, 9, 4),
        points('EX05', 18, 12, 8, 12, 4),
      ],
    },
  },
  {
    id: 'P06',
    ...micro,
    to: '2026-09-30',
    goals: '居民自己清空楼道、立下公约，消防通道不再受堵',
    quantity: '24 个楼道，议事 6 次',
  },
  {
    id: 'P07',
    ...micro,
    to: '2026-11-30',
    goals: '心智障碍青年有地方学、有事做',
    quantity: '实训 19 人，每周两次',
  },
  {
    id: 'P15',
    ...micro,
    to: '2026-11-30',
    goals: '老人会用手机办事、识得骗局',
    quantity: '课堂 24 次，服务 320 人',
  },
  {
    id: 'P16',
    ...micro,
    to: '2026-11-30',
    goals: '家属之间互相支撑，照护压力下降',
    quantity: '互助小组 3 个，个案 8 个',
  },
  {
    id: 'P04',
    plan: ['2026-02-24 10:00', '2026-02-25 10:00', '2026-02-26 10:00', '2026-03-02 10:00'],
    line: 'FP3',
    route: 'SELF_SELECT',
    from: '2026-05-01',
    to: '2027-04-30',
    goals: '新居民认得邻居、用得上服务，和谐促进会独立运转',
    quantity: '活动 24 场，服务 2400 人次，孵化社区社会组织 1 家',
    tender: ['2026-03-16 10:00', '2026-03-18 10:00', '2026-03-23 09:00', '2026-04-03 17:00'],
    payment: 'PT-532',
    opened: '2026-04-07 10:00',
    evaluated: ['2026-04-07 14:00', '2026-04-08 10:00', '2026-04-08 15:00'],
    awarded: ['2026-04-08 15:30', '2026-04-08 16:30', '2026-04-09 10:00'],
    contract: ['2026-04-17 10:00', '2026-04-17 16:00', '2026-04-20 10:00', '2026-04-21 10:00'],
  },
  {
    id: 'P18',
    plan: ['2026-09-07 10:00', '2026-09-08 10:00', '2026-09-09 10:00', '2026-09-10 10:00'],
    line: 'FP4-C6',
    route: 'MINSHENG_MINOR',
    from: '2026-09-28',
    to: '2026-12-18',
    goals: '村道夜里照得见，雨天不倒灌',
    quantity: '路灯 18 盏，排水沟 240 米',
  },
  {
    id: 'P11',
    plan: ['2026-08-10 10:00', '2026-09-01 10:00', '2026-09-02 10:00', '2026-09-03 10:00'],
    intention: '2026-08-17 10:00',
    line: 'FP3',
    route: 'COMPETITIVE_CONSULTATION',
    from: '2026-11-01',
    to: '2027-10-31',
    goals: '投放准确率由 52% 提高到全区平均以上',
    quantity: '四个网格每日两次督导，积分兑换每月一次',
    tender: ['2026-09-14 10:00', '2026-09-16 10:00', '2026-09-21 09:00', '2026-10-09 10:00'],
    questionsClose: '2026-09-29 17:00',
    payment: 'PT-532',
    opened: '2026-10-09 10:30',
  },
  {
    id: 'P09',
    plan: ['2026-09-08 10:00', '2026-10-12 10:00', '2026-10-13 10:00', '2026-10-14 10:00'],
    intention: '2026-09-14 10:00',
    line: 'FP3',
    route: 'COMPETITIVE_CONSULTATION',
    from: '2026-12-01',
    to: '2027-11-30',
    goals: '物业、停车、噪声纠纷有人专业调解，重复投诉率下降',
    quantity: '受理 200 件，调解成功率不低于 60%',
    tender: ['2026-10-14 14:00', '2026-10-14 16:00', '2026-10-15 14:00', '2026-10-27 10:00'],
    payment: 'PT-532',
    opened: '2026-10-27 10:30',
    evaluated: ['2026-10-27 10:45', '2026-10-27 15:00', '2026-10-27 17:00'],
    awarded: ['2026-10-29 10:00', '2026-11-02 10:00', '2026-11-03 10:00'],
  },
  {
    id: 'P10',
    plan: ['2026-10-20 10:00', '2026-10-21 10:00', '2026-10-22 10:00', '2026-10-23 10:00'],
    line: 'FP4-C5',
    route: 'SELF_SELECT',
    from: '2026-12-10',
    to: '2027-02-28',
    goals: '五村回迁居民在传统节日重新聚到一起',
    quantity: '邻里节一届，活动不少于 6 场，参与 2600 人',
    tender: ['2026-10-30 10:00', '2026-11-03 10:00', '2026-11-09 09:00', '2026-11-20 12:00'],
    payment: 'PT-532',
    opened: '2026-11-20 14:30',
  },
  {
    id: 'P12',
    plan: ['2026-11-10 10:00'],
    intention: '2026-11-16 10:00',
    line: 'FP9',
    route: 'COMPETITIVE_CONSULTATION',
    from: '2027-03-01',
    to: '2028-02-29',
    goals: '早发现、家属有替手、邻里懂得相处',
    quantity: '早筛 600 人，家属喘息 1200 小时',
  },
  {
    id: 'P17',
    plan: ['2026-11-03 10:00', '2026-11-04 10:00', '2026-11-05 10:00', '2026-11-06 10:00'],
    line: 'FP2',
    route: 'SELF_SELECT',
    from: '2026-12-21',
    to: '2027-12-20',
    goals: '无法自行前往康复机构的重度残疾人在家得到康复训练',
    quantity: '服务 28 人，上门康复 1032 人次',
    tender: ['2026-11-12 10:00', '2026-11-17 10:00', '2026-11-19 10:00', '2026-12-02 17:00'],
    questionsClose: '2026-11-26 17:00',
    payment: 'PT-532',
  },
]
