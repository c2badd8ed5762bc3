import { parameters } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'

type Figure = {
  code: string
  value: number
  unit: 'wd' | 'd' | 'percent' | 'count' | 'fen' | 'month'
  source: string
  mark: 'statute' | 'reference' | 'local'
  certainty: 'T' | 'E' | 'R' | 'S' | 'M'
}
const law = (
  code: string,
  value: number,
  unit: Figure['unit'],
  source: string,
  certainty: Figure['certainty'] = 'T',
): Figure => ({
  code,
  value,
  unit,
  source,
  mark: 'statute',
  certainty,
})
const local = (code: string, value: number, unit: Figure['unit'], source: string): Figure => ({
  code,
  value,
  unit,
  source,
  mark: 'local',
  certainty: 'M',
})

/** From a rule that was not at hand to be read again: the place checks it before relying on it. */
const reference = (code: string, value: number, unit: Figure['unit'], source: string): Figure => ({
  ...local(code, value, unit, source),
  mark: 'reference',
})

/** The figures a new installation begins with, each with its source; offices add versions, nobody edits one. */
export const figures: readonly Figure[] = [
  law('BID_PERIOD', 20, 'd', '政府采购法 第三十五条'),
  law(
    'CHALLENGE_WINDOW_RESULT',
    8,
    'wd',
    '政府采购法 第五十二条；94号令：结果公告期限 1 个工作日届满起 7 个工作日',
    'E',
  ),
  law('CHALLENGE_WINDOW', 7, 'wd', '政府采购法 第五十二条：知道或者应知权益受损之日起 7 个工作日'),
  law('DOCUMENT_NOTICE', 5, 'wd', '94号令 第十一条：采购文件公告期限届满起算；公告期限 5 个工作日', 'E'),
  law('CHALLENGE_REPLY', 7, 'wd', '政府采购法 第五十三条'),
  law('COMPLAINT_WINDOW', 15, 'wd', '政府采购法 第五十五条：答复期满后 15 个工作日'),
  law('COMPLAINT_ACCEPT', 5, 'wd', '94号令 第二十一条', 'E'),
  law('COMPLAINT_RULING', 30, 'wd', '政府采购法 第五十六条'),
  law('CONFIRM_WINNER', 5, 'wd', '政府采购法实施条例 第四十三条'),
  law('RESULT_PUBLISH', 2, 'wd', '政府采购法实施条例 第四十三条'),
  law('SIGN_CONTRACT', 30, 'd', '政府采购法 第四十六条'),
  law('CONTRACT_PUBLISH', 2, 'wd', '政府采购法实施条例 第五十条'),
  law('CONTRACT_FILE', 7, 'wd', '政府采购法 第四十七条'),
  law('ENQUIRY_REPLY', 3, 'wd', '政府采购法实施条例 第五十二条'),
  law('SUPPLEMENT_MAX', 10, 'percent', '政府采购法 第四十九条'),
  law('LOW_PRICE_MEAN', 50, 'percent', '财库〔2026〕2号：低于通过审查报价平均值的比例', 'E'),
  law('LOW_PRICE_NEXT', 50, 'percent', '财库〔2026〕2号：低于次低报价的比例', 'E'),
  law('LOW_PRICE_CEILING', 45, 'percent', '财库〔2026〕2号：低于最高限价的比例', 'E'),
  local('SUPPLEMENT_REPLY', 1, 'wd', '87号令 第五十一条：书面澄清、说明或者补正，期限由本地设定'),
  local('CORRECTION_REPLY', 1, 'wd', '87号令 第五十九条：修正后的报价经确认后产生约束力，期限由本地设定'),
  local(
    'SCORE_EXTREME',
    50,
    'percent',
    '87号令 第六十四条：评分畸高、畸低，与其他成员平均分之差占满分的比例由本地设定',
  ),
  local('COLLUSION_PRICE', 500, 'count', '报价规律性差异：相差不超过报价的百万分之几，即作线索'),
  local('COLLUSION_TEXT', 60, 'percent', '响应文件异常一致：相同文字占较短一份的比例达到此数，即作线索'),
  law('REQUIREMENT_FRESH', 12, 'month', '财库〔2021〕22号：需求调查一年以内有效', 'E'),
  law('KEY_REVIEW_FROM', 1_000_000_000, 'fen', '财库〔2021〕22号：1000 万元以上的货物、服务项目', 'E'),
  law('MARKET_RESPONDENTS', 3, 'count', '财库〔2021〕22号：调查对象一般不少于 3 个', 'E'),
  local('ANSWER_LEAD', 2, 'wd', '区内规定：答复至少在截止前 2 个工作日公开，不足的顺延'),
  local('LOW_PRICE_REPLY', 1, 'wd', '财库〔2026〕2号：在合理时间内书面说明，期限由本地设定'),
  law('DOCUMENTS_OFFERED', 5, 'wd', '政府采购法实施条例 第三十一条：采购文件的提供期限'),
  law('CLARIFY_BEFORE', 15, 'd', '政府采购法实施条例 第三十一条：可能影响响应文件编制的澄清或者修改'),
  law('CONSULTATION_PERIOD', 10, 'd', '财库〔2014〕214号：磋商文件发出到首次响应', 'E'),
  law('RESULT_NOTICE', 1, 'wd', '94号令：结果公告期限', 'E'),
  law('REPORT_DELIVER', 2, 'wd', '政府采购法实施条例 第四十三条：评审报告送采购人'),
  law('COMPLAINT_COPY', 8, 'wd', '94号令：受理后发出投诉书副本', 'E'),
  law('SUSPEND_MAX', 30, 'd', '政府采购法 第五十七条：暂停采购活动最长期限'),
  reference('DIRECT_NOTICE', 5, 'wd', '财政部令第74号 第三十八条：单一来源公示'),
  law('FRAMEWORK_REVIEW', 7, 'wd', '财政部令第110号：审核加入申请', 'E'),
  law('FRAMEWORK_ANNOUNCE', 2, 'wd', '财政部令第110号：公开入围结果', 'E'),
  law('RECORDS_KEPT', 180, 'month', '政府采购法 第四十二条：采购文件保存十五年'),
  reference('PLAN_YEARS_MAX', 3, 'count', '102号令 第二十四条：固定、连续、经费稳定的项目'),
  local('EX_ANTE_FROM', 100_000_000, 'fen', '区内规定：100 万元及以上须做事前绩效评估'),
  local('MINOR_QUOTES', 3, 'count', '区民生微实事办法：至少比较三份报价'),
  local('ORDER_ACCEPT', 2, 'wd', '框架协议约定：服务方 2 个工作日内答复订单'),
  local('ORDER_CONFIRM', 5, 'wd', '框架协议约定：完成后 5 个工作日内由居民确认'),
  law('INTENTION_NOTICE', 30, 'd', '财库〔2020〕10号', 'E'),
  law('CONTRACT_TERM_MAX', 12, 'month', '102号令：期限一般不超过 1 年', 'E'),
  {
    code: 'PAYMENT_CLOCK',
    value: 30,
    unit: 'd',
    source: '参照《保障中小企业款项支付条例》第九条',
    mark: 'reference',
    certainty: 'T',
  },
  {
    code: 'RECUSAL_YEARS',
    value: 3,
    unit: 'count',
    source: '政府采购法实施条例 第九条',
    mark: 'statute',
    certainty: 'T',
  },
  {
    code: 'PANEL_DRAW',
    value: 2,
    unit: 'wd',
    source: '财库〔2016〕198号：评审开始前 2 个工作日内抽取专家',
    mark: 'reference',
    certainty: 'E',
  },
  local('SUGGESTION_REPLY', 5, 'wd', '居民提议 5 个工作日内答复'),
  law('XINFANG_NOTIFY', 15, 'd', '信访工作条例 第二十二条：收到之日起 15 日内转送、告知'),
  law('XINFANG_OBJECT', 5, 'wd', '信访工作条例 第二十三条：对转送有异议的，5 个工作日内提出'),
  law('XINFANG_FINISH', 60, 'd', '信访工作条例 第三十四条：自受理之日起 60 日内办结'),
  law('XINFANG_EXTEND', 30, 'd', '信访工作条例 第三十四条：情况复杂的，延长不超过 30 日'),
  law('XINFANG_REVIEW', 30, 'd', '信访工作条例 第三十五条：收到书面答复之日起 30 日内请求复查'),
  law('XINFANG_RECHECK', 30, 'd', '信访工作条例 第三十六条：收到复查意见之日起 30 日内请求复核'),
  local('TOPIC_REPLY', 5, 'wd', '居民提出的议题 5 个工作日内答复'),
  local('MEETING_MINUTES', 5, 'wd', '会后 5 个工作日内公布会议记录和决议'),
  local('HEAT_DAYS', 90, 'd', '区内规定：90 天内同类诉求重复，列入议题'),
  local('HEAT_COUNT', 3, 'count', '区内规定：同类诉求达到此件数，社区应当研究'),
  local('NEED_DECISION', 10, 'wd', '需求 10 个工作日内受理或退回'),
  local('NEED_SURVEY_FROM', 2_000_000, 'fen', '区内规定：估算 2 万元及以上的需求须有 12 个月内的调查'),
  local('SURVEY_FRESH', 12, 'month', '区内规定：调查依据 12 个月内有效'),
  local('SURVEY_MIN_CELL', 5, 'count', '区内规定：少于 5 份的单元不公布'),
  local('TURNOUT_MIN_SHOWN', 20, 'count', '区内规定：投票期间参与不足 20 不公布'),
  local('RESULT_MIN_CELL', 10, 'count', '区内规定：结果分组少于 10 不公布'),
  local('ASSISTED_CAP', 200, 'count', '区内规定：每名帮办人每轮代录上限'),
  local('CALLBACK_SHARE', 5, 'percent', '区内规定：上门代录按此比例抽取回访'),
  local('CALLBACK_LEAST', 3, 'count', '区内规定：上门代录至少回访的件数'),
  local('KIOSK_IDLE', 30, 'count', '区内规定：投票机多少分钟没人用就锁上'),
  local('OPINIONS_MIN', 5, 'count', '区内规定：验收至少征求的服务对象人数'),
  local('OPINIONS_SHARE', 10, 'percent', '区内规定：验收征求意见占服务对象的比例'),
  local('SATISFACTION_MIN', 60, 'percent', '区内规定：满意度低于此数不得验收合格'),
  local('RECTIFY', 10, 'wd', '区内时限：差评 10 个工作日内整改答复'),
  local('RATING_MIN_CELL', 5, 'count', '区内规定：少于 5 份的评价不公布平均分和原话'),
  local('FINDING_FIX', 10, 'wd', '区内时限：整改单 10 个工作日内反馈'),
  local('ACCEPTANCE_DUE', 10, 'wd', '区内时限：服务中心检查后 10 个工作日内完成验收'),
  local('KPI_WITHHOLD', 80, 'percent', '合同约定：指标平均完成率低于此数，按比例扣付最后一笔'),
  local('YEAR_REVIEW_OPEN', 90, 'd', '区内规定：合同到期前 90 天起可以做年度绩效评价'),
  local('YEAR_REVIEW_DUE', 30, 'd', '区内规定：合同到期前 30 天完成年度绩效评价，合格的方可续签'),
  local('DIARY_SILENT', 14, 'd', '区内规定：14 天没有服务日志即提醒'),
  local('MANAGEMENT_FEE_MAX', 10, 'percent', '区内规定：管理费占比上限'),
  local('STAFF_SHARE_MAX', 60, 'percent', '区内指引：人员费一般不超过此比例，超过的说明理由'),
  local('SANCTION_DEFENCE', 5, 'wd', '区内规定：告知后 5 个工作日内陈述申辩'),
  local('RECONFIRM_MONTHS', 12, 'month', '区内规定：登记信息每年确认一次，逾期不能参加采购'),
  local('SHARE_PROOF', 90, 'd', '区内规定：密钥保管人每季度验证一次份额'),
  local('SPREAD_WORDS', 20, 'percent', '区内规定：成员间分差超过满分此比例须写理由'),
]

/** Puts the first version of every figure in place; what is there stays as it is. */
export async function installFigures(tx: Tx) {
  const first = figures.map((f) => ({ ...f, version: 1, from: '2025-01-01' }))
  await tx.insert(parameters).values(first).onConflictDoNothing()
}
