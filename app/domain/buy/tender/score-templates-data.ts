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
  /** What each band asks of a proposal. */
  levels?: Record<string, string> | null
  guidance: string
}
type Levels = readonly [string, string, string, string]

/** 评分档次: what a proposal must show for each band, where its factor says nothing of its own. */
const usual: Levels = [
  '每一点都写到，具体到人、时间和次数，可以查证',
  '大部分写到，个别地方不够具体',
  '只写了原则，缺少做法',
  '没有写到，或者和需求不符',
]
const asLevels = ([A, B, C, D]: Levels) => ({ A, B, C, D })
export const usualLevels: Record<string, string> = asLevels(usual)

const formula = (max: number, guidance: string): Criterion => ({
  code: 'PRICE',
  name: '报价',
  kind: 'formula',
  max,
  items: 1,
  bands: null,
  guidance,
})
/** 价格分 of a route with final offers: by them alone. */
export const byFinalOffer = (row: Criterion): Criterion =>
  row.kind === 'formula'
    ? {
        ...row,
        guidance: `磋商基准价 ÷ 最后报价 × ${row.max}；磋商基准价为满足要求的最低的最后报价，首次报价不计分`,
      }
    : row
const lowest = (max: number) => formula(max, `最低有效报价 ÷ 您的报价 × ${max}；不去掉最高价和最低价`)

type Judged = {
  code: string
  name: string
  each: readonly [number, number, number, number]
  looksAt: string
  items?: number
  levels?: Levels
}
const subjective = ({ code, name, each, looksAt, items = 1, levels = usual }: Judged): Criterion => {
  const [A, B, C, D] = each
  const words = `${items > 1 ? '每项' : ''}优 ${A}，良 ${B}，一般 ${C}，差 ${D}`
  return {
    code,
    name,
    kind: 'subjective',
    max: A * items,
    items,
    bands: { A, B, C, D },
    levels: asLevels(levels),
    guidance: `${looksAt}：${words}`,
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

const forNeed: Levels = [
  '用上本次需求调查的数据，讲清服务对象是谁、难在哪里、要到什么程度',
  '讲清了服务对象和难处，数据引用不全',
  '只照抄采购需求，没有自己的分析',
  '对象或者问题讲错了',
]
const forPlan: Levels = [
  '内容、频次、流程、应急逐项可以执行，写明谁在什么时候做',
  '可以执行，有一处不够具体',
  '多处只有原则，做起来要重写',
  '缺项，或者做不到采购需求的频次',
]
const forBudget: Levels = [
  '每一行有数量、单价和依据，和方案里的服务量对得上',
  '对得上，个别单价没有依据',
  '多处只有总数',
  '和方案对不上',
]
const forTeam: Levels = [
  '负责人做过同样的服务，分工到人，督导和替补都有安排',
  '分工到人，督导或者替补没有写清',
  '只列了名单',
  '人手不够完成服务量',
]

/** 评分表: where a tender on each route begins; the handler changes points and words, the checks stay. */
export const scoreTemplates: Record<string, readonly Criterion[]> = {
  COMPETITIVE_CONSULTATION: [
    formula(15, '基准价 ÷ 报价 × 15；基准价为满足要求的最低报价；只报一次价'),
    subjective({
      code: 'NEED',
      name: '需求理解与服务对象分析',
      each: [15, 11, 7, 3],
      looksAt: '结合需求调查数据',
      levels: forNeed,
    }),
    subjective({
      code: 'PLAN',
      name: '服务方案与进度',
      each: [6.25, 4.5, 2.75, 1],
      looksAt: '内容、频次、流程、应急四项',
      items: 4,
      levels: forPlan,
    }),
    objective('KPI', '产出与成效指标承诺', 10, '每项承诺高于采购需求基准 10% 加 2 分，最高 10'),
    objective(
      'TEAM',
      '项目团队',
      15,
      '负责人持社会工作师得 5、高级得 7，其余 0；另列名持证社工每名 2 分，最高 8',
    ),
    objective('EXP', '同类项目业绩', 8, '近三年同类合同每个 2 分，最高 8，不限地域'),
    objective('FIN', '财务与风险内控', 7, '审计报告 2、资金专账 2、志愿者保险 2、个人信息保护制度 1'),
    subjective({
      code: 'RES',
      name: '资源链接与居民参与',
      each: [5, 4, 3, 1],
      looksAt: '志愿者、企业、慈善资源承诺',
    }),
  ],
  OPEN_TENDER: [
    formula(10, '评标基准价 ÷ 投标报价 × 10；基准价为满足要求的最低投标报价，不去掉最高价和最低价'),
    subjective({
      code: 'PLAN',
      name: '服务方案',
      each: [10, 7, 4, 2],
      looksAt: '需求分析、服务内容、组织实施、应急四项',
      items: 4,
      levels: forPlan,
    }),
    objective(
      'TEAM',
      '项目团队',
      20,
      '负责人持社会工作师得 6、高级得 8，其余 0；另列名持证社工每名 2 分，最高 12',
    ),
    objective('EXP', '同类项目业绩', 10, '近三年同类合同每个 2 分，最高 10，不限地域'),
    subjective({
      code: 'QUALITY',
      name: '质量保证与服务对象反馈',
      each: [6, 4, 2, 1],
      looksAt: '质量检查、投诉处理两项',
      items: 2,
    }),
    objective('FIN', '财务与风险内控', 8, '审计报告 2、资金专账 2、志愿者保险 2、个人信息保护制度 2'),
  ],
  SINGLE_SOURCE: [
    subjective({
      code: 'FIT',
      name: '方案契合需求',
      each: [40, 32, 24, 12],
      looksAt: '是否逐条回应采购需求：人群、频次、时长、应急',
      levels: forNeed,
    }),
    subjective({
      code: 'DO',
      name: '可操作性',
      each: [30, 24, 18, 9],
      looksAt: '照着方案能不能做起来',
      levels: forPlan,
    }),
    subjective({
      code: 'BUDGET',
      name: '价格合理性',
      each: [30, 24, 18, 9],
      looksAt: '价格和服务量、同类项目对不对得上',
      levels: forBudget,
    }),
  ],
  SELF_SELECT: [
    lowest(20),
    subjective({
      code: 'FIT',
      name: '方案契合需求',
      each: [30, 24, 18, 9],
      looksAt: '是否逐条回应采购需求：人群、频次、时长、应急',
      levels: forNeed,
    }),
    subjective({
      code: 'DO',
      name: '可操作性',
      each: [20, 16, 12, 6],
      looksAt: '照着方案能不能做起来',
      levels: forPlan,
    }),
    subjective({
      code: 'BUDGET',
      name: '预算合理性',
      each: [10, 8, 6, 3],
      looksAt: '预算和服务量对不对得上',
      levels: forBudget,
    }),
    subjective({
      code: 'TEAM',
      name: '机构与团队专业性',
      each: [15, 12, 9, 5],
      looksAt: '谁来做、谁督导、谁替补',
      levels: forTeam,
    }),
    objective('GRADE', '评估等级与信用', 5, '评审日有效：5A 5，4A 4，3A 3，2A 和 1A 1，没有或过期 0'),
  ],
  MICRO_GRANT: [
    subjective({
      code: 'NEED',
      name: '需求真实性与紧迫性',
      each: [20, 16, 12, 6],
      looksAt: '居民是不是真的需要',
      levels: forNeed,
    }),
    subjective({
      code: 'PLAN',
      name: '方案可行性',
      each: [25, 20, 15, 8],
      looksAt: '照着方案能不能做起来',
      levels: forPlan,
    }),
    subjective({
      code: 'TEAM',
      name: '团队与专业性',
      each: [15, 12, 9, 5],
      looksAt: '谁来做、谁督导',
      levels: forTeam,
    }),
    subjective({
      code: 'BUDGET',
      name: '预算合理性',
      each: [15, 12, 9, 5],
      looksAt: '预算和服务量对不对得上',
      levels: forBudget,
    }),
    subjective({ code: 'OUTCOME', name: '成效可衡量', each: [15, 12, 9, 5], looksAt: '怎样看得出有变化' }),
    subjective({
      code: 'SUSTAIN',
      name: '可持续与资源动员',
      each: [10, 8, 6, 3],
      looksAt: '资助结束以后怎么办',
    }),
  ],
}

/** Conditions every supplier meets (政府采购法 第二十二条): judged yes or no, never scored. */
export const usualQualification = [
  '在民政部门依法登记，登记证书在有效期内',
  '未列入社会组织活动异常名录和严重违法失信名单',
  '最近一次年度检查合格或者基本合格',
  '近三年没有重大违法记录',
]
