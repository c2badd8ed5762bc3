import type { Bands } from '#db/schema/index.ts'
import type { criterionKinds } from '#db/vocabulary.ts'

export type Criterion = {
  code: string
  name: string
  kind: (typeof criterionKinds)[number]
  max: number
  /** How many things are judged under it, each by the bands. */
  items: number
  bands: Bands | null
  guidance: string
}

const formula = (max: number, guidance: string): Criterion => ({
  code: 'PRICE',
  name: '报价',
  kind: 'formula',
  max,
  items: 1,
  bands: null,
  guidance,
})
const subjective = (
  code: string,
  name: string,
  bands: [number, number, number, number],
  guidance = '',
  items = 1,
): Criterion => {
  const [A, B, C, D] = bands
  const words = `优 ${A}，良 ${B}，一般 ${C}，差 ${D}`
  const each = items > 1 ? `，每项${words}` : ''
  return {
    code,
    name,
    kind: 'subjective',
    max: A * items,
    items,
    bands: { A, B, C, D },
    guidance: guidance ? `${guidance}${items > 1 ? each : `：${words}`}` : words,
  }
}
const objective = (code: string, name: string, max: number, guidance: string): Criterion => ({
  code,
  name,
  kind: 'objective',
  max,
  items: 1,
  bands: null,
  guidance,
})

/** 评分表: where a tender on each route begins; the handler changes points and words, the checks stay. */
export const scoreTemplates: Record<string, readonly Criterion[]> = {
  COMPETITIVE_CONSULTATION: [
    formula(15, '磋商基准价 ÷ 最后报价 × 15；基准价为满足要求的最低最后报价'),
    subjective('NEED', '需求理解与服务对象分析', [15, 11, 7, 3], '结合需求调查数据'),
    subjective('PLAN', '服务方案与进度', [6.25, 4.5, 2.75, 1], '内容、频次、流程、应急四项', 4),
    objective('KPI', '产出与成效指标承诺', 10, '每项承诺高于采购需求基准 10% 加 2 分，最高 10'),
    objective(
      'TEAM',
      '项目团队',
      15,
      '负责人持社会工作师得 5、高级得 7，其余 0；另列名持证社工每名 2 分，最高 8',
    ),
    objective('EXP', '同类项目业绩', 8, '近三年同类合同每个 2 分，最高 8，不限地域'),
    objective('FIN', '财务与风险内控', 7, '审计报告 2、资金专账 2、志愿者保险 2、个人信息保护制度 1'),
    subjective('RES', '资源链接与居民参与', [5, 4, 3, 1], '志愿者、企业、慈善资源承诺'),
  ],
  SELF_SELECT: [
    formula(20, '最低有效报价 ÷ 您的报价 × 20'),
    subjective('FIT', '方案契合需求', [30, 24, 18, 9]),
    subjective('DO', '可操作性', [20, 16, 12, 6]),
    subjective('BUDGET', '预算合理性', [10, 8, 6, 3]),
    subjective('TEAM', '机构与团队专业性', [15, 12, 9, 5]),
    objective('GRADE', '评估等级与信用', 5, '评审日有效：5A 5，4A 4，3A 3，2A 和 1A 1，没有或过期 0'),
  ],
  MICRO_GRANT: [
    subjective('NEED', '需求真实性与紧迫性', [20, 16, 12, 6]),
    subjective('PLAN', '方案可行性', [25, 20, 15, 8]),
    subjective('TEAM', '团队与专业性', [15, 12, 9, 5]),
    subjective('BUDGET', '预算合理性', [15, 12, 9, 5]),
    subjective('OUTCOME', '成效可衡量', [15, 12, 9, 5]),
    subjective('SUSTAIN', '可持续与资源动员', [10, 8, 6, 3]),
  ],
}

/** Conditions every supplier meets (政府采购法 第二十二条): judged yes or no, never scored. */
export const usualQualification = [
  '在民政部门依法登记，登记证书在有效期内',
  '未列入社会组织活动异常名录和严重违法失信名单',
  '最近一次年度检查合格或者基本合格',
  '近三年没有重大违法记录',
]
