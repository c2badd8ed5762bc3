import type { Chapter } from '../chapter.ts'
import type { pay as zh } from '../zh-CN/pay.ts'

export const pay = {
  'payment.state.requested': 'Requested',
  'payment.state.checked': 'Checked',
  'payment.state.approved': 'Approved',
  'payment.state.submitted': 'Voucher issued',
  'payment.state.returned_by_bank': 'Returned by bank',
  'payment.state.corrected': 'Corrected',
  'payment.state.paid': 'Paid',
  'payment.state.declined': 'Declined',
} as const satisfies Chapter<typeof zh>
