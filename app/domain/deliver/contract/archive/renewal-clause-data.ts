/** The clause a renewed contract begins with; all others stay as they were. */
export const renewalClause = {
  heading: '续签（第 {{year}} 年）',
  words:
    '本合同为 {{before}} 的续签合同，依据上一年度绩效评价合格的结论签订。服务期自 {{from}} 起至 {{to}} 止，合同价和付款比例与第一年签订时相同；其余条款中的服务期和付款日期以本条为准。',
  /** Said after it where the text carried over still holds targets that a change has moved since. */
  targets: '\n本年度服务指标以下列为准，其余条款中的指标数不再适用：\n{{indicators}}',
} as const
