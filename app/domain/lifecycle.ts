/** The road every project travels, in order. Folders, routes and tests carry the same names. */
export const lifecycle = [
  { chapter: 'ask', stage: 'survey', zh: '需求调查' },
  { chapter: 'ask', stage: 'suggestion', zh: '居民提议' },
  { chapter: 'ask', stage: 'need', zh: '社区需求' },
  { chapter: 'ask', stage: 'deliberation', zh: '议事协商' },
  { chapter: 'ask', stage: 'vote', zh: '居民票决' },
  { chapter: 'buy', stage: 'plan', zh: '采购计划' },
  { chapter: 'buy', stage: 'tender', zh: '采购项目' },
  { chapter: 'buy', stage: 'proposal', zh: '响应文件' },
  { chapter: 'buy', stage: 'seal', zh: '封存与开启' },
  { chapter: 'buy', stage: 'evaluation', zh: '评审' },
  { chapter: 'buy', stage: 'award', zh: '成交' },
  { chapter: 'buy', stage: 'challenge', zh: '质疑' },
  { chapter: 'buy', stage: 'framework', zh: '框架协议' },
  { chapter: 'buy', stage: 'minor', zh: '民生微实事' },
  { chapter: 'deliver', stage: 'contract', zh: '合同' },
  { chapter: 'deliver', stage: 'milestone', zh: '里程碑' },
  { chapter: 'deliver', stage: 'diary', zh: '服务日志' },
  { chapter: 'deliver', stage: 'casework', zh: '个案服务' },
  { chapter: 'deliver', stage: 'care', zh: '居家服务' },
  { chapter: 'deliver', stage: 'settlement', zh: '订单结算' },
  { chapter: 'deliver', stage: 'supervision', zh: '检查整改' },
  { chapter: 'deliver', stage: 'acceptance', zh: '履约验收' },
  { chapter: 'deliver', stage: 'payment', zh: '资金拨付' },
  { chapter: 'deliver', stage: 'cofund', zh: '共同出资' },
  { chapter: 'rate', stage: 'rating', zh: '居民评价' },
  { chapter: 'rate', stage: 'record', zh: '机构记录' },
  { chapter: 'rate', stage: 'oversight', zh: '居务监督' },
  { chapter: 'rate', stage: 'appraisal', zh: '居民评议' },
] as const

export const chapters = ['ask', 'buy', 'deliver', 'rate'] as const
export type Chapter = (typeof chapters)[number]
