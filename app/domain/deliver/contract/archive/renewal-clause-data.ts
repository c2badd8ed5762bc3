/** The clause a renewed contract begins with; all others stay as they were. */
export const renewalClause = {
  heading: '续签（第 {{year}} 年）',
  words:
    '本合同为 {{before}} 的续签合同，依据上一年度绩效评价合格的结论签订。服务期自 {{from}} 起至 {{to}} 止，合同价和付款比例与上一年度相同；其余条款中的服务期和付款日期以本条为准。',
} as const
