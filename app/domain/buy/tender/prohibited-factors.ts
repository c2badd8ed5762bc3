import { Refusal } from '../../refusal.ts'

type Factor = { code: string; words: RegExp }
/** Saying that something is *not* asked for is no condition. */
const unless = '(?<!(?:不看|不限|不以|不要求|不得要求|不考察|无需|无须)[^，。；,;]{0,8})'
const factor = (code: string, words: string): Factor => ({ code, words: new RegExp(unless + words) })

/**
 * 财政部令第87号 第十七条、政府采购法实施条例 第二十条: may be neither condition nor score.
 * `code` names the message `refusal.prohibited-<code>`.
 */
const factors: readonly Factor[] = [
  factor('capital', '(?:注册|实缴|开办)(?:资本|资金)'),
  factor('assets', '(?:资产总额|总资产|净资产)'),
  factor('turnover', '(?:营业收入|营业额|年收入|年度收入|销售额)'),
  factor('staff', '(?:从业人员|在职员工|员工|职工|工作人员)(?:总)?(?:人数|数量|规模|不少于|不低于)'),
  factor('profit', '(?:利润|盈利)'),
  factor('tax', '纳税(?:额|总额)'),
  factor(
    'branch',
    '(?:本地|本市|本区|当地|省内|市内|区内)[^，。；]{0,6}(?:分支机构|分公司|分部|办事处|办公场所|注册|登记)',
  ),
  factor('award', '(?:本地|本市|本区|本省|当地|市级|区级|省级)[^，。；]{0,6}(?:奖项|获奖|荣誉|表彰)'),
]

/** The first forbidden factor a text asks for, with the words that ask for it. */
export function prohibitedIn(text: string): { code: string; words: string } | null {
  for (const { code, words } of factors) {
    const hit = words.exec(text)
    if (hit) return { code, words: hit[0] }
  }
  return null
}

/** Refuses a condition or a criterion that shuts suppliers out without ground. */
export function refuseProhibited(texts: readonly string[]): void {
  for (const text of texts) {
    const found = prohibitedIn(text)
    if (found) throw new Refusal('invalid', `prohibited-${found.code}`, { words: found.words })
  }
}
