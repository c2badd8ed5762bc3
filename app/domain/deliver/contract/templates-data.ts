/** 示范文本: the clauses 102号令 asks of a contract; figures in {{…}} come from the award, never from typing. */
export const contractTemplate = {
  code: 'FW',
  version: 1,
  clauses: [
    {
      heading: '第一条 服务内容',
      words: '乙方按照采购文件和响应文件提供“{{title}}”服务。采购需求：\n{{requirement}}',
    },
    { heading: '第二条 服务期限', words: '自 {{from}} 起至 {{to}} 止。' },
    { heading: '第三条 数量与服务指标', words: '乙方承诺完成下列指标：\n{{indicators}}' },
    {
      heading: '第四条 质量要求',
      words:
        '乙方如实记录每次服务的时间、内容和到场人数，接受社区服务中心检查和服务对象评价。指标平均完成率低于 {{withholdBelow}}% 的，每低一个百分点，扣付最后一笔款的 1%。',
    },
    {
      heading: '第五条 合同价款',
      words: '合同价为人民币 {{price}}（大写：{{capitals}}）。价款已含完成服务的全部费用。',
    },
    { heading: '第六条 付款', words: '分期支付，前一笔的条件没有达到，不付后一笔：\n{{milestones}}' },
    {
      heading: '第七条 履约验收',
      words:
        '由街道验收人员、社区居委会、社区服务中心共同验收，验收前征求服务对象意见，验收结果向社会公告（政府采购法实施条例第四十五条）。服务中心检查后 {{acceptanceDays}} 个工作日内完成验收。满意度低于 {{satisfactionMin}}% 的，不得验收合格。',
    },
    {
      heading: '第八条 双方责任',
      words:
        '甲方按约付款，不得以内部流程拖延。乙方不得将服务转包；部分分包须经甲方书面同意，乙方仍对全部服务负责。',
    },
    {
      heading: '第九条 个人信息',
      words: '服务对象的姓名、电话和记录只用于本项目，不得公开，项目结束后按规定保存或删除。',
    },
    {
      heading: '第十条 违约与解除',
      words: '任何一方严重违约，另一方可以解除合同。已付而未提供服务的款项应当退回。',
    },
  ],
  indicatorLine: '{{name}} {{target}} {{unit}}',
  milestoneLine: '{{title}}（{{percent}}%）{{price}}',
  dueSource: '合同约定的期限',
  /** Added where a consortium won (政府采购法 第二十四条). */
  joint: {
    heading: '联合体',
    words:
      '乙方为联合体，由牵头方代表各方签订和履行本合同。各方、份额和承担的工作：\n{{parties}}\n各方就本合同约定的事项对甲方承担连带责任。',
    line: '{{name}}，{{share}}%，{{duty}}',
  },
  special: '特别约定',
  contacts: '联系与收款信息',
} as const

/** 依据 as the trail shows it beside a fact. */
export const grounds = {
  publish: '政府采购法实施条例 第五十条：签订之日起 2 个工作日内公告',
  change: '政府采购法 第四十九条、第五十条：补充合同不超过原合同金额的百分之十',
  acceptance: '政府采购法实施条例 第四十五条：服务对象参与验收并出具意见，结果向社会公告',
} as const
