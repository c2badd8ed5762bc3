export type QualificationKind = {
  code: string
  /** Matched on evened-out words, in a condition to tell its kind, in a criterion to find it scored again. */
  words: RegExp
  source: string
}
const act = '政府采购法 第二十二条'

/** 资格条件的种类: each is answered yes or no from its papers, and never scored again (财政部令第87号 第五十五条). */
export const qualificationKinds: readonly QualificationKind[] = [
  {
    code: 'contracts',
    words: /同类(?:项目|合同|业绩|业务|服务)|类似(?:项目|合同|业绩)|业绩|承接过|项目经验/,
    source: '财库〔2021〕22号：同类业务合同一般不超过 2 个',
  },
  {
    code: 'grade',
    words: /评估等级|等级评估|[1-5]a(?:级|及以上|以上)|[一二三四五]a/,
    source: '社会组织评估管理办法',
  },
  {
    code: 'inspection',
    words: /年度检查|年检|年度报告/,
    source: `${act}；民办非企业单位登记管理暂行条例 第二十三条`,
  },
  { code: 'credit', words: /异常名录|失信|黑名单/, source: `${act}；社会组织信用信息管理办法` },
  { code: 'record', words: /违法记录|行政处罚|处罚记录/, source: `${act}第五项；实施条例 第十九条` },
  { code: 'staff', words: /社会工作师|持证社工|社工证|资格证|执业证|职业资格/, source: `${act}第三项` },
  { code: 'finance', words: /财务会计制度|审计报告|财务制度/, source: `${act}第二项` },
  {
    code: 'taxes',
    words: /依法(?:缴纳|纳)税|缴纳税收|社会保障资金|缴纳社保|社会保险/,
    source: `${act}第四项`,
  },
  {
    code: 'licence',
    words: /许可证|特许|专项资质|资质证书/,
    source: `${act}第六项：法律、行政法规规定的其他条件`,
  },
  {
    code: 'registration',
    words: /依法登记|登记证|法人登记|民政部门[^,。;]{0,4}登记|营业执照/,
    source: `${act}第一项`,
  },
]
/** What none of the kinds is. */
export const otherKind = 'other'
/** Same contracts that may be asked for, at most (财库〔2021〕22号). */
export const mostContracts = 2
