import type { dutyKinds } from '#db/vocabulary.ts'

export type Desk = 'committee' | 'station' | 'grid' | 'street'
type Duty = {
  code: string
  kind: (typeof dutyKinds)[number]
  title: string
  ground: string
  desks: Desk[]
  office?: string
}

/** 权责清单 as a new installation begins with it: what a community body may be given, and on what ground. */
export const dutiesData: readonly Duty[] = [
  {
    code: 'A01',
    kind: 'autonomy',
    title: '居民公约制定与监督',
    ground: '居民委员会组织法',
    desks: ['committee'],
  },
  {
    code: 'A02',
    kind: 'autonomy',
    title: '办理本社区公益事业',
    ground: '居民委员会组织法',
    desks: ['committee', 'station'],
  },
  {
    code: 'A03',
    kind: 'autonomy',
    title: '人民调解',
    ground: '居民委员会组织法、人民调解法',
    desks: ['committee'],
  },
  {
    code: 'B01',
    kind: 'assist',
    title: '协助老年人福利摸底',
    ground: '区协助事项清单',
    desks: ['committee', 'station', 'grid', 'street'],
  },
  {
    code: 'B02',
    kind: 'assist',
    title: '协助公共卫生宣传',
    ground: '区协助事项清单',
    desks: ['committee', 'station', 'grid', 'street'],
  },
  {
    code: 'B03',
    kind: 'assist',
    title: '代办政务服务事项',
    ground: '区协助事项清单',
    desks: ['station', 'street'],
  },
  {
    code: 'G01',
    kind: 'government',
    title: '行政执法、拆违、招商',
    ground: '中发〔2017〕13号：不得要求居民委员会承担',
    desks: ['street'],
    office: '街道综合行政执法队',
  },
  {
    code: 'G02',
    kind: 'government',
    title: '城市管理执法',
    ground: '中发〔2017〕13号：不得要求居民委员会承担',
    desks: ['street'],
    office: '街道综合行政执法队',
  },
  {
    code: 'G03',
    kind: 'government',
    title: '市政设施维修养护',
    ground: '街道办事处权责清单',
    desks: ['grid', 'street'],
    office: '街道公共管理办公室',
  },
  {
    code: 'P01',
    kind: 'purchase',
    title: '社区探访、四点半课堂等服务',
    ground: '清单外事项经购买服务办理',
    desks: ['committee'],
  },
]
