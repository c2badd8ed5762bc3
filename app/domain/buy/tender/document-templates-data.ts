import type { DocumentPart } from '#db/schema/index.ts'

type Template = { methodCode: string; version: number; parts: DocumentPart[]; basis: string }

const contract = (paid: string): DocumentPart => ({
  code: 'contract',
  title: '第五部分　合同主要条款',
  clauses: [
    '甲方：{{buyer}}。乙方：成交供应商。合同内容与采购文件、响应文件一致，不另签背离实质性内容的协议（政府采购法 第四十六条）。',
    '服务期限：{{from}}至{{to}}。服务数量：{{quantity}}。',
    paid,
    '验收按第三部分的履约验收方案进行；验收结论公开。',
    '乙方不得转包；分包须经甲方书面同意，责任仍由乙方承担（政府采购法 第四十八条）。',
    '乙方如实记录服务，单独记账；服务对象的个人信息只用于本项目，不外传，项目结束后按约定移交或者销毁。',
    '追加与合同标的相同的服务，总额不超过原合同金额的 10%（政府采购法 第四十九条）。',
    '一方违约，按合同约定承担责任；未完成的服务，款项退回。争议先协商，协商不成向甲方所在地人民法院起诉。',
  ],
})
const byTranches = contract(
  '付款方式：{{payment}}。收齐材料后 30 日内支付；因甲方人员变动、内部流程拖延付款的，不作为理由。',
)

const papers: DocumentPart = {
  code: 'papers',
  title: '第六部分　响应文件的组成',
  clauses: [
    '登记、年检、信用等资格材料，由系统按登记信息带入，供应商核对。',
    '服务方案：对照第四部分逐项写。',
    '团队名单：列名的社会工作者须本人同意，一人只能列入一家。',
    '预算表：一行一项，写明数量、单价和依据。',
    '产出和成效指标承诺。',
    '廉洁和真实性承诺，由机构签署人签署。',
  ],
}

type Route = {
  code: string
  basis: string
  /** Counted up when its words change: a call keeps the version it began under. */
  version?: number
  kind: string
  instructions: readonly string[]
  scoring: readonly string[]
  parts?: readonly DocumentPart[]
}
const common = [
  '本项目不收保证金，采购文件免费，谁都可以读，不用登记。',
  '提问在 {{questionsClose}} 以前提出；提问人不公开，答复对所有人公开。',
  '更正只用公告发布；可能影响响应文件编制的，留足 {{amendDays}}，不足的顺延截止时间，已经递交的须重新确认。',
  '响应文件在递交时封存，截止以前可以替换、撤回；截止以后到的，一律不收。开启以前，收到几份、是谁，任何人都看不到。',
  '同一人负责的、有直接控股或者管理关系的供应商，不得参加同一项目（政府采购法实施条例 第十八条）。',
]
const asked = [
  '认为权益受到损害的，知道之日起 {{challenge}}内向采购人质疑；采购人 {{reply}}内答复；不满意的，答复期满后 {{complaint}}内向同级财政部门投诉（政府采购法 第五十二条、第五十三条、第五十五条）。',
]
const objected = ['对结果有异议的，公示期 {{objectionDays}} 个工作日内向采购人提出，采购人书面答复。']
const few = ['截止时递交的不足 {{minProposals}} 家，一份都不拆封，重新公告。']
const scored = [
  '评审小组由 {{panelMin}} 人以上单数组成，专家随机抽取；与供应商有利害关系的回避。名单在结果公布以前保密。',
  '先审查资格，只看合不合格；审查不合格的写明理由，不进入评分。资格条件不再打分。',
  '主观分由成员各自打，取平均，保留两位小数，不讨论、不统一；客观分应当一致。表上没有列的，不得评。',
]
const ranked = '按总分从高到低排列；总分相同的，报价低的在前；再相同的，服务方案得分高的在前。'
const lowPrice = '报价明显低于其他的，由小组要求书面说明；不能证明合理的，作无效处理（财库〔2026〕2号）。'

const opening = [
  '{{buyer}}拟采购“{{title}}”（编号 {{refNo}}），采用{{method}}方式，依据：{{basis}}。',
  '服务数量：{{quantity}}。目标：{{goals}}。',
  '最高限价：{{ceiling}}。超过最高限价的响应无效。',
  '响应文件递交截止时间：{{deadline}}（北京时间，以系统服务器时间为准）。',
  '成交结果在系统公开；采购人 {{confirm}}内确认，{{sign}}内签订合同。',
]

const build = ({
  code,
  basis,
  kind,
  instructions,
  scoring,
  version = 2,
  parts = [byTranches, papers],
}: Route): Template => ({
  methodCode: code,
  version,
  basis,
  parts: [
    {
      code: 'notice',
      title: `第一部分　${kind}`,
      clauses: [...opening],
    },
    { code: 'instructions', title: '第二部分　供应商须知', clauses: [...common, ...instructions] },
    {
      code: 'requirement',
      title: '第三部分　采购需求',
      clauses: ['采购需求由经办人编写，由没有参与编写的人审查；审查意见随采购文件存档。'],
    },
    { code: 'scoring', title: '第四部分　评审办法', clauses: [...scored, ...scoring] },
    ...parts,
  ],
})

/** 采购文件范本, the present version of each route: notice, instructions, requirement, scoring, contract, papers. */
export const documentTemplateRows: readonly Template[] = [
  build({
    code: 'MICRO_GRANT',
    kind: '公益微创投申报公告',
    basis: '区公益微创投办法',
    instructions: [...objected, '社区社会组织和持证社工个人可以申报，由代管机构收款。'],
    scoring: ['只评方案，不比价格；按总分从高到低资助。'],
  }),
  build({
    code: 'SELF_SELECT',
    kind: '比选公告',
    basis: '采购人内部控制制度；参照财库〔2014〕214号',
    instructions: [...few, ...objected],
    scoring: [lowPrice, ranked],
  }),
  build({
    code: 'COMPETITIVE_CONSULTATION',
    kind: '竞争性磋商公告',
    basis: '财库〔2014〕214号、财库〔2015〕124号',
    instructions: [...few, ...asked],
    version: 2,
    scoring: [
      lowPrice,
      ranked,
      '采购需求在递交以前已经确定，开启以后不再磋商、不再变动；报价只有一次，随响应文件封存，价格分按这一次报价计算。',
    ],
  }),
  build({
    code: 'COMPETITIVE_CONSULTATION_FINAL',
    kind: '竞争性磋商公告',
    basis: '财库〔2014〕214号、财库〔2015〕124号',
    version: 1,
    instructions: [
      ...few,
      ...asked,
      '资格和响应审查以后磋商一轮，再递交一次最后报价（财库〔2014〕214号 第二十条、第二十一条）。磋商小组说了什么、变动了什么，用同样的书面文字同时告诉每一家；需求的实质性变动由采购人代表确认。',
      '最后报价用本次采购的第二把密钥封存，到时由两位保管人同时开启；截止以前可以替换，到时没有递交的，视为退出磋商，不再评分（第二十二条、第二十三条）。递交最后报价的不足 {{minProposals}} 家的，一份都不拆封，重新采购。',
      '最后报价开启以前，首次报价、有哪几家、有几家，都不公开（政府采购法 第三十八条）。',
    ],
    scoring: [
      '价格分 = 磋商基准价 ÷ 最后报价 × 权值；磋商基准价为满足要求的最低的最后报价，不去掉最高价和最低价。首次报价不计分，和最后报价一起公布。',
      '最后报价可以附新的明细，逐行相加须等于报价；没有附的，按首次报价的明细同比例计。',
      lowPrice,
      ranked,
    ],
  }),
  build({
    code: 'OPEN_TENDER',
    kind: '公开招标公告',
    basis: '政府采购法 第三十五条；财政部令第87号',
    version: 2,
    instructions: [...few, ...asked, '技术、商务部分先开启、先评分，报价部分后开启。'],
    scoring: [
      '采购预算 1000 万元以上的，评审小组为 7 人以上单数（财政部令第87号 第四十七条）。',
      lowPrice,
      ranked,
      '价格分以满足要求的最低投标报价为评标基准价，不去掉最高价和最低价。',
    ],
  }),
  build({
    code: 'SINGLE_SOURCE',
    kind: '单一来源采购公告',
    basis: '政府采购法 第三十一条；财政部令第74号',
    version: 2,
    instructions: [...asked, '{{directGround}}'],
    scoring: [
      '只有一家供应商，不比价格、不设价格分；价格是否合理，由小组按评分表评，理由写进评审报告。成交价就是供应商封存递交的报价，不另行议价（政府采购法 第三十九条）。',
    ],
  }),
]
