export type ReviewKind = 'general' | 'key'
export type ReviewItem = {
  /** Its words are `review.item.<code>`. */
  code: string
  kind: ReviewKind
  source: string
  /** May not apply to this purchase. */
  mayNotApply?: true
}
const general = '财库〔2021〕22号：一般性审查'
const key = '财库〔2021〕22号：重点审查'

/** 采购需求审查清单: the version a review was made by stands in it. */
export const checklistVersion = 1
export const reviewItems: readonly ReviewItem[] = [
  { code: 'budget', kind: 'general', source: `${general}，是否符合预算、财务管理制度` },
  { code: 'reasons', kind: 'general', source: `${general}，采购方式、评审规则、付款方式是否说明理由` },
  { code: 'complete', kind: 'general', source: `${general}，采购实施计划是否完整` },
  { code: 'acceptance', kind: 'general', source: `${general}，履约验收方案是否明确` },
  {
    code: 'conditions',
    kind: 'general',
    source: '政府采购法 第二十二条；财政部令第87号 第十七条、第五十五条',
  },
  { code: 'permits', kind: 'general', source: `${general}，需要报批的事项是否已有安排`, mayNotApply: true },
  { code: 'fair', kind: 'key', source: `${key}，非歧视性审查` },
  { code: 'competition', kind: 'key', source: `${key}，竞争性审查` },
  { code: 'policy', kind: 'key', source: `${key}，采购政策审查` },
  { code: 'risk', kind: 'key', source: `${key}，履约风险审查` },
  { code: 'survey', kind: 'key', source: '财库〔2021〕22号：需求调查不少于 3 个调查对象' },
]
export const itemsOfReview = (kind: ReviewKind) => reviewItems.filter((item) => item.kind === kind)
