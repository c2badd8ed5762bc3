/** 采购文件: its review, versions, corrections, endings, and who wants to hear of it. */
export const call = {
  'refusal.prohibited-brand':
    '不能写“{{words}}”：不得限定或者指定品牌、商标、专利（实施条例第二十条第六项）。',
  'refusal.prohibited-form':
    '不能写“{{words}}”：不得限定供应商的所有制形式、组织形式（实施条例第二十条第七项、财库〔2019〕38号）。',
  'refusal.prohibited-years':
    '不能把“{{words}}”作为条件或评分：不得以经营年限实行差别待遇（财库〔2020〕46号第五条）。',
  'refusal.prohibited-library':
    '不能写“{{words}}”：不得设置备选库、名录库、资格库作为门槛（财库〔2019〕38号）。',
  'refusal.prohibited-again':
    '“{{name}}”一项又在给资格条件打分：“{{words}}”已经是资格条件，资格条件不得作为评审因素（87号令第五十五条）。',
  'refusal.qualification-contracts':
    '“{{words}}”要的合同太多：同类业务合同作为资格条件，一般不超过 {{most}} 个（财库〔2021〕22号）。',
  'refusal.qualification-twice': '资格条件里有两条是一样的。',
  'refusal.criteria-grade-here':
    '“{{name}}”在给评估等级打分：这个方式对各类机构开放，评估等级不能作为评审因素（财库〔2019〕38号）。',
  'refusal.criteria-grade-share': '评估等级占了 {{share}} 分，最多 {{most}} 分。',
} as const
