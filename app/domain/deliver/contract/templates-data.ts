import type { TemplateClause } from '#db/schema/index.ts'

const procured = ['OPEN_TENDER', 'COMPETITIVE_CONSULTATION', 'SINGLE_SOURCE', 'FRAMEWORK_OPEN']

/** 示范文本第一版: the clauses 102号令 asks of a contract; figures in {{…}} come from the award, never from typing. */
export const firstClauses: TemplateClause[] = [
  {
    heading: '服务内容',
    words: '乙方按照采购文件和响应文件提供“{{title}}”服务。采购需求：\n{{requirement}}',
  },
  { heading: '服务期限', words: '自 {{from}} 起至 {{to}} 止。' },
  { heading: '数量与服务指标', words: '乙方承诺完成下列指标：\n{{indicators}}' },
  {
    heading: '质量要求',
    words:
      '乙方如实记录每次服务的时间、内容和到场人数，接受社区服务中心检查和服务对象评价。指标平均完成率低于 {{withholdBelow}}% 的，每低一个百分点，扣付最后一笔款的 1%。',
  },
  {
    heading: '合同价款',
    words: '合同价为人民币 {{price}}（大写：{{capitals}}）。价款已含完成服务的全部费用。',
  },
  { heading: '付款', words: '分期支付，前一笔的条件没有达到，不付后一笔：\n{{milestones}}' },
  {
    heading: '履约验收',
    words:
      '由街道验收人员、社区居委会、社区服务中心共同验收，验收前征求服务对象意见，验收结果向社会公告（政府采购法实施条例第四十五条）。服务中心检查后 {{acceptanceDays}} 个工作日内完成验收。满意度低于 {{satisfactionMin}}% 的，不得验收合格。',
  },
  {
    heading: '双方责任',
    words: '甲方按约付款，不得以内部流程拖延。乙方按约提供服务，对全部服务负责。',
  },
  {
    heading: '分包与转包',
    words:
      '乙方不得将服务转包。部分分包须经甲方书面同意，乙方和分包方就分包部分向甲方负责（政府采购法第四十八条）。主体、关键性工作不得分包：{{core}}。经查实转包的，甲方解除合同，追回已付而未提供服务的款项。',
  },
  {
    heading: '个人信息',
    words: '服务对象的姓名、电话和记录只用于本项目，不得公开，项目结束后按规定保存或删除。',
  },
  {
    heading: '违约与解除',
    words: '任何一方严重违约，另一方可以解除合同。已付而未提供服务的款项应当退回。',
  },
  {
    heading: '补充合同',
    words:
      '需要追加与合同标的相同的服务的，在不改变合同其他条款的前提下可以签订补充合同，累计不超过原合同金额的百分之十（政府采购法第四十九条）。',
    routes: procured,
  },
  {
    heading: '价格依据',
    words:
      '本项目采用单一来源方式采购，合同价就是乙方封存递交、经评审小组评过是否合理的报价，评审意见见评审报告（政府采购法第三十九条）。',
    routes: ['SINGLE_SOURCE'],
  },
  {
    heading: '限额以下项目',
    words: '本项目未达到采购限额标准，按区内比选办法选定乙方；签订、公示、验收参照政府采购法律法规执行。',
    routes: ['SELF_SELECT'],
  },
  {
    heading: '资助款使用',
    words: '资助款只用于申报的活动和费用，由托管机构代管的，托管机构按约拨付并公开账目；结余退回。',
    routes: ['MICRO_GRANT'],
  },
]

/** A sum of money as people write one: ¥ or 元 beside a figure, or 大写. */
export const sumsInWords =
  /[¥￥]\s*\d|\d[\d,.，]*\s*(?:百|千|万|亿)*\s*元|[零壹贰叁肆伍陆柒捌玖拾佰仟]+\s*(?:万|亿)?\s*元/

/** What every contract's text is put together with, whichever version its clauses are of. */
export const contractTemplate = {
  code: 'FW',
  basis: '政府购买服务管理办法（财政部令第102号）第二十四条',
  numbered: '第{{n}}条 {{heading}}',
  indicatorLine: '{{name}} {{target}} {{unit}}',
  milestoneLine: '{{title}}（{{percent}}%）{{price}}',
  comma: '、',
  dueSource: '合同约定的期限',
  /** Added where a consortium won (政府采购法 第二十四条). */
  joint: {
    heading: '联合体',
    words:
      '乙方为联合体，由牵头方代表各方签订和履行本合同。各方、份额和承担的工作：\n{{parties}}\n各方就本合同约定的事项对甲方承担连带责任。',
    line: '{{name}}，{{share}}%，{{duty}}',
  },
  /** Added to what is asked where final offers were (政府采购竞争性磋商采购方式管理暂行办法 第二十条、第二十三条). */
  talked: {
    changes: '磋商中经采购人确认的变动：\n{{words}}',
    commitment: '乙方在最后报价中另外承诺：\n{{words}}',
  },
  special: '特别约定',
  contacts: '联系与收款信息',
} as const

/** 依据 as the trail shows it beside a fact. */
export const grounds = {
  publish: '政府采购法实施条例 第五十条：签订之日起 2 个工作日内公告',
  change: '政府采购法 第四十九条、第五十条：补充合同不超过原合同金额的百分之十',
  subcontract: '政府采购法 第四十八条：经采购人同意，可以依法采取分包方式履行合同',
  acceptance: '政府采购法实施条例 第四十五条：服务对象参与验收并出具意见，结果向社会公告',
} as const
