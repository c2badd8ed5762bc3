export const pay = {
  'payment.state.requested': '已申请',
  'payment.state.checked': '经办已核',
  'payment.state.approved': '财务已批',
  'payment.state.submitted': '已开凭证',
  'payment.state.returned_by_bank': '银行退回',
  'payment.state.corrected': '已更正',
  'payment.state.paid': '已付讫',
  'payment.state.declined': '不予支付',
} as const
