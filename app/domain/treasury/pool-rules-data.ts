import { poolRules } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { poolSources } from '#db/vocabulary.ts'

type Rule = {
  source: (typeof poolSources)[number]
  categories: string[] | null
  itemTypes: string[] | null
  fiscal: boolean
  ground: string
  mark: 'statute' | 'reference' | 'local'
  certainty: 'T' | 'E' | 'R' | 'S' | 'M'
}
const work = ['service', 'minor_works', 'works_with_service']

/** 资金使用规定: what the money of each source may pay for when a place begins; offices add versions, nobody edits one. */
export const firstPoolRules: readonly Rule[] = [
  {
    source: 'department_budget',
    categories: null,
    itemTypes: work,
    fiscal: true,
    ground: '102号令 第十六条：所需资金在部门预算中安排，未列入预算的不得实施',
    mark: 'statute',
    certainty: 'E',
  },
  {
    source: 'participatory_fund',
    categories: null,
    itemTypes: work,
    fiscal: true,
    ground: '区民生微实事、社区保障资金办法：居民提出、居民选定的项目',
    mark: 'local',
    certainty: 'M',
  },
  {
    source: 'welfare_lottery',
    categories: ['ELDER', 'CHILD', 'DISAB', 'MEDIA', 'INTEG', 'EMPLO', 'ENVIR'],
    itemTypes: ['service', 'works_with_service'],
    fiscal: true,
    ground: '彩票公益金管理办法：扶老、助残、救孤、济困及社会公益（含社区微更新），不得用于行政支出',
    mark: 'reference',
    certainty: 'M',
  },
  {
    source: 'charity',
    categories: null,
    itemTypes: work,
    fiscal: false,
    ground: '慈善法：按捐赠协议约定的用途使用，改变用途须经捐赠人同意',
    mark: 'statute',
    certainty: 'M',
  },
  {
    source: 'self_raised',
    categories: null,
    itemTypes: work,
    fiscal: false,
    ground: '居民会议或者居民代表会议的决定，用途以决定为准',
    mark: 'reference',
    certainty: 'M',
  },
  {
    source: 'time_bank',
    categories: [],
    itemTypes: [],
    fiscal: false,
    ground: '时间银行存的是服务时间，不支付货币',
    mark: 'local',
    certainty: 'S',
  },
]

/** Puts the first version of every rule in place; what is there stays as it is. */
export async function installPoolRules(tx: Tx) {
  const first = firstPoolRules.map((rule) => ({ ...rule, version: 1, from: '2025-01-01' }))
  await tx.insert(poolRules).values(first).onConflictDoNothing()
}
