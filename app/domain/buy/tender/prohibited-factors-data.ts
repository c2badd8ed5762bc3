export type Factor = {
  code: string
  /** Matched on evened-out words: small letters, no spaces, half-width. */
  words: string
  source: string
  /** Also forbidden in the requirement itself. */
  everywhere?: true
}

const order87 = '财政部令第87号 第十七条'
const regulation = '政府采购法实施条例 第二十条'
const number = '[0-9一二两三四五六七八九十百千]+'
const least = '(?:不少于|不低于|不小于|达到?|至少|超过|大于|多于|满|≥|>)'
/** 员工、职工 of the supplier itself, not those it is to serve. */
const ownStaff =
  '(?<!(?:服务|覆盖|面向|惠及|针对|组织|帮助)[^,。;]{0,8})(?:从业人员|员工|职工|在职人员|在册人员|在编人员)'
const here = '(?:本地|本市|本区|本县|本省|本街道|当地|属地|省内|市内|区内)'

/**
 * What may be neither a condition nor a score, with the law that says so.
 * `code` names the message `refusal.prohibited-<code>`.
 */
export const factors: readonly Factor[] = [
  {
    code: 'capital',
    source: order87,
    words:
      '(?:注册|实缴|实收|认缴|开办|登记|出资)的?(?:资本金?|资金|本金|金额)|registeredcapital|paid(?:in|up)capital',
  },
  {
    code: 'assets',
    source: order87,
    words: `资产总[额值]|总资产|净资产|固定资产|资产规模|资产${least}?${number}(?:百|千|万|亿)*元|(?:total|net|fixed)assets`,
  },
  {
    code: 'turnover',
    source: order87,
    words:
      '营业收入|营业额|营收|(?<!家庭|个人|人均)年度?总?收入(?!较?低|不高)|机构总收入|(?<!家庭|个人)总收入(?:不少于|不低于|达到|至少|超过)|销售额|销售收入|业务收入|主营收入|年流水|银行流水|turnover|annual(?:revenue|income)',
  },
  {
    code: 'staff',
    source: order87,
    words: `${ownStaff}(?:人数|总数)?${least}?${number}(?:人|名)(?:及?以上|起)|${ownStaff}${least}${number}(?:人|名)|(?:atleast|morethan|over|minimumof|minimum)[0-9]+(?:full-?time)?(?:employees|staff)|(?:从业人员|在职员工|在册人员|在编人员|正式员工|员工|职工|工作人员|用工)(?:人数|数量|总数|总人数|总量|规模|总规模|不少于|不低于|达到|至少)|(?:人员|机构|团队总体)规模|社保(?:缴纳)?人数|numberof(?:employees|staff)|headcount|staffsize`,
  },
  { code: 'profit', source: order87, words: '利润|盈利|盈余|(?<!non|notfor)profit' },
  {
    code: 'tax',
    source: order87,
    words: `(?:纳税|缴税)(?:额|总额|金额)|(?:纳税|缴税)${least}?${number}(?:百|千|万|亿)*元|税收贡献|tax(?:es)?paid|amountoftax`,
  },
  {
    code: 'branch',
    source: `${regulation}、财库〔2019〕38号`,
    words: `${here}[^,。;]{0,6}(?:分支机构|分公司|分部|办事处|办公场所|办公地|常驻机构|服务网点|注册|登记|户籍)|${here}[^,。;]{0,6}(?:设有|拥有|具有|具备|租有|设立|有|设)[^,。;]{0,6}(?:办公室|场所|场地|站点|网点|机构|分部)|(?:注册|登记)地址?(?:须|应|必须|需)?(?:在|为|是|位于)${here}|(?:须|应|必须|需)在[^,。;]{1,8}(?:省|市|区|县|街道|镇)内?(?:注册|登记|设立)|localbranch|branchoffice|localoffice|officeinth(?:is|e)(?:district|city|county|province|street)`,
  },
  {
    code: 'award',
    source: `${regulation}第四项`,
    words: `(?:${here}|市级|区级|省级)[^,。;]{0,8}(?:奖项|获奖|荣誉|称号|先进单位|先进集体|优秀社会组织|表彰|业绩)|${here}[^,。;]{0,6}(?:做过|承接过|承担过|实施过|开展过)|localaward`,
  },
  {
    code: 'brand',
    source: `${regulation}第六项`,
    everywhere: true,
    words:
      '(?:指定|限定|必须使用|须使用|只能使用|只用)[^,。;]{0,8}(?:品牌|商标|专利|型号|软件)|(?:品牌|商标)(?:必须|须|应|限|只能|指定|为|:)|(?:named|specified)brand|brandmustbe',
  },
  {
    code: 'form',
    source: `${regulation}第七项、财库〔2019〕38号`,
    words:
      '(?:仅限|只限|限于|仅面向|仅接受|仅允许|(?<!有)限|须为|须是|必须为|必须是|应为|应当是|只接受|只面向|优先选择)[^,。;]{0,6}(?:国有|国资|民营|外资|企业|公司|事业单位|社会团体|民办非企业|基金会|合伙)|所有制(?:形式|性质)|股权结构|(?:state|privately)owned',
  },
  {
    code: 'years',
    source: '财库〔2020〕46号 第五条：不得以经营年限等实行差别待遇',
    words: `(?:成立|设立|注册|登记|开办|运营|经营)(?:时间|年限)?(?:须|应|需|必须)?(?:满|不少于|不低于|达到|超过|至少|≥|>)[^,。;]{0,2}${number}个?周?年|(?:成立|设立|注册|登记|开办|运营|经营)[^,。;]{0,3}${number}个?周?年(?:以上|及以上)|(?:成立|经营|开办|运营)年限|${number}个?周?年(?:以上|及以上)的?(?:经营|运营|办学|成立)(?:历史|时间|年限)|yearsof(?:establishment|operation)|establishedforatleast`,
  },
  {
    code: 'library',
    source: '财库〔2019〕38号',
    everywhere: true,
    words:
      '(?:入围|列入|纳入|进入|须在|属于)[^,。;]{0,10}(?:备选库|名录库|资格库|供应商库|机构库)|(?:备选库|名录库|资格库|供应商库)内',
  },
]
