import type { milestoneGates } from '#db/vocabulary.ts'

export type Tranche = { gate: (typeof milestoneGates)[number]; percent: number; title: string }

const byOrder = 'PT-ORDER'

/** 付款方式: shares of the price and the gate of each; a contract keeps what it began under. */
export const paymentTemplates: Record<string, readonly Tranche[]> = {
  'PT-532': [
    { gate: 'publication', percent: 50, title: '合同签订并公示、收到发票' },
    { gate: 'midterm', percent: 30, title: '中期评估合格' },
    { gate: 'final', percent: 20, title: '期末验收合格并公示，含服务对象意见' },
  ],
  'PT-442': [
    { gate: 'publication', percent: 40, title: '合同签订并公示、收到发票' },
    { gate: 'midterm', percent: 40, title: '中期评估合格' },
    { gate: 'final', percent: 20, title: '期末验收合格并公示，含服务对象意见' },
  ],
  'PT-64': [
    { gate: 'publication', percent: 60, title: '协议签订并公示、收到票据' },
    { gate: 'final', percent: 40, title: '结项验收合格并公示，含服务对象意见' },
  ],
  // 框架协议按单结算：不作为采购合同的付款方式供选。
  [byOrder]: [{ gate: 'final', percent: 100, title: '按月凭服务对象确认单结算' }],
}

/** What a route usually pays by (项目类型的默认付款方式). */
export const usualPayment = (methodCode: string): string =>
  ({ MICRO_GRANT: 'PT-64', COMPETITIVE_CONSULTATION: 'PT-442' })[methodCode] ?? 'PT-532'

/** A payment template as its shares: `50 / 30 / 20`. */
export const paymentWords = (code: string): string =>
  (paymentTemplates[code] ?? []).map((tranche) => tranche.percent).join(' / ')

/** The payment templates to choose from. */
export const paymentChoices = Object.entries(paymentTemplates)
  .filter(([code]) => code !== byOrder)
  .map(([code, tranches]) => ({
    value: code,
    label: paymentWords(code),
    note: tranches.map((tranche) => tranche.title).join('；'),
  }))
