type Facts = {
  payer: string
  receiver: string
  project: string
  part: string
  pot: string
  purpose: string
  /** As a paper says it; null: not typed yet. */
  amount: string | null
}
/** 定向捐赠、共同出资协议: who gives what to whom for which part of the work, as both sign it (慈善法、公益事业捐赠法). */
export const agreementWords = ({ payer, receiver, project, part, pot, purpose, amount }: Facts) => [
  { heading: '双方', words: `出资方：${payer}。受赠方：${receiver}。` },
  {
    heading: '款项与用途',
    words: `${amount ?? '金额由出资方填写'}，用于项目“${project}”的“${part}”阶段：${pot}。${purpose}`,
  },
  {
    heading: '专款专用',
    words: '只用于上述用途，与财政资金分账记载，不抵扣财政资金应付的合同价款；改变用途须经出资方书面同意。',
  },
  {
    heading: '拨付条件',
    words: '款项到账后为待拨付；本阶段验收合格后，由采购人财务核对并拨付给受赠方。',
  },
  {
    heading: '退还',
    words:
      '拨付前出资方可以要求退还；阶段未完成、合同终止的，退还出资方。退还扣除支付通道已收取的手续费，手续费据实公开。',
  },
  { heading: '公开', words: '金额、用途、拨付和退还记入公开账目；出资方选择匿名的，不公开名称。' },
]
