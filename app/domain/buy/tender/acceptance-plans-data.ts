const users =
  '验收以前，先听服务对象的意见：不少于服务对象的 10%，至少 5 人，可以当面、电话或者由家人代说；满意度低于规定的，不算合格。'
const group =
  '由街道验收人（不是经办人，也没有签过字）、社区居委会主任和社区服务中心三方一起验收，逐条对照“怎样算做到了”。'
const published = '验收结论和服务对象意见的汇总公开；指标没有做到的，按合同的公式扣付。'

/** 履约验收方案: where each route begins; fixed before the purchase and written into the contract (财库〔2021〕22号). */
const plans: Readonly<Record<string, string>> = {
  MICRO_GRANT: [
    '结项验收一次：项目结束后 10 个工作日内。',
    '看服务记录、活动照片（经本人同意）和资金账目。',
    users,
    group,
    published,
  ].join('\n'),
}
const yearly = [
  '中期验收一次：服务过半时，查服务记录、人员在岗和资金使用，抽查不少于 10%。',
  '期末验收一次：服务结束后 10 个工作日内。',
  users,
  group,
  published,
].join('\n')

export const usualAcceptance = (methodCode: string): string => plans[methodCode] ?? yearly
