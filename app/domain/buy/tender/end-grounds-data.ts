export type EndGround = {
  /** Its words are `end.ground.<code>`. */
  code: string
  source: string
  /** When it can be: before anything is public, from publication on, or once proposals were opened. */
  when: 'before' | 'after' | 'opened' | 'any'
  /** The money set apart goes back to its line, and the plan is to be approved anew. */
  releases: boolean
}

/** 终止采购的理由: listed, public, each with its source; nothing else ends a purchase by hand. */
export const endGrounds: readonly EndGround[] = [
  { code: 'withdrawn', when: 'before', releases: false, source: '采购人内部控制制度：发布前撤回' },
  {
    code: 'task-gone',
    when: 'any',
    releases: true,
    source: '政府采购法 第三十六条第四项：因重大变故，采购任务取消',
  },
  {
    code: 'major-change',
    when: 'after',
    releases: false,
    source: '政府采购法 第三十六条第四项：因重大变故，重新论证后再采购',
  },
  {
    code: 'document-flaw',
    when: 'after',
    releases: false,
    source: '财政部令第87号 第二十五条：采购文件内容违法，修改后重新采购',
  },
  {
    code: 'unfair',
    when: 'after',
    releases: false,
    source: '政府采购法 第三十六条第二项：出现影响采购公正的违法、违规行为',
  },
  {
    code: 'challenge-upheld',
    when: 'after',
    releases: false,
    source: '财政部令第94号：质疑、投诉成立，重新采购',
  },
  {
    code: 'over-budget',
    when: 'opened',
    releases: false,
    source: '政府采购法 第三十六条第三项：报价均超过预算，不能支付',
  },
]
/** 废标理由 that follow from a count, never from a choice. */
export const failGrounds: Readonly<Record<string, string>> = {
  'too-few': '政府采购法 第三十六条第一项：递交的不足规定家数',
  'too-few-valid': '政府采购法 第三十六条第一项：实质响应的不足规定家数',
  'too-few-finals': '政府采购法 第三十六条第一项、财库〔2014〕214号 第二十一条：递交最后报价的不足规定家数',
}

type Standing = { publishedAt: Date | null; openedAt: Date | null }
export const endGroundsFor = ({ publishedAt, openedAt }: Standing) =>
  endGrounds.filter(
    ({ when }) =>
      when === 'any' ||
      (when === 'before' && !publishedAt) ||
      (when === 'after' && publishedAt !== null) ||
      (when === 'opened' && openedAt !== null),
  )
/** The source of a ground, of either kind. */
export const sourceOfEnd = (code: string | null): string | null =>
  endGrounds.find((one) => one.code === code)?.source ?? (code ? (failGrounds[code] ?? null) : null)
