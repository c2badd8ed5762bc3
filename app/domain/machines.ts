import { meeting } from './ask/deliberation/machine.ts'
import { topic } from './ask/deliberation/topic-machine.ts'
import { need } from './ask/need/machine.ts'
import { suggestion } from './ask/suggestion/machine.ts'
import { petition } from './ask/suggestion/petition/machine.ts'
import { survey } from './ask/survey/machine.ts'
import { round } from './ask/vote/machine.ts'
import { award } from './buy/award/machine.ts'
import { complaint } from './buy/challenge/complaint-machine.ts'
import { challenge } from './buy/challenge/machine.ts'
import { consultation } from './buy/evaluation/consultation/machine.ts'
import { panelSeat } from './buy/evaluation/panel-machine.ts'
import { scoreSheet } from './buy/evaluation/sheet-machine.ts'
import { framework } from './buy/framework/machine.ts'
import { order } from './buy/framework/order-machine.ts'
import { provider } from './buy/framework/provider-machine.ts'
import { minorWork } from './buy/minor/machine.ts'
import { minorPart } from './buy/minor/part-machine.ts'
import { plan } from './buy/plan/machine.ts'
import { proposal } from './buy/proposal/machine.ts'
import { amendment } from './buy/tender/amendment-machine.ts'
import { tender } from './buy/tender/machine.ts'
import { question } from './buy/tender/question-machine.ts'
import { acceptance } from './deliver/acceptance/machine.ts'
import { careComplaint } from './deliver/care/complaint-machine.ts'
import { care } from './deliver/care/machine.ts'
import { caseFile } from './deliver/casework/machine.ts'
import { gift } from './deliver/cofund/gift-machine.ts'
import { pot } from './deliver/cofund/machine.ts'
import { yearReview } from './deliver/contract/archive/review-machine.ts'
import { change } from './deliver/contract/change-machine.ts'
import { contract } from './deliver/contract/machine.ts'
import { subcontract } from './deliver/contract/subcontract/machine.ts'
import { milestone } from './deliver/milestone/machine.ts'
import { payment } from './deliver/payment/machine.ts'
import { settlement } from './deliver/settlement/machine.ts'
import { assessor } from './deliver/supervision/assessment/assessor-machine.ts'
import { assessment } from './deliver/supervision/assessment/machine.ts'
import { finding } from './deliver/supervision/machine.ts'
import { inspection } from './deliver/supervision/visit/machine.ts'
import { voucherCheck } from './deliver/supervision/visit/voucher-machine.ts'
import { handover } from './open/handover/machine.ts'
import { oversight } from './rate/oversight/machine.ts'
import { rankObjection } from './rate/ranking/machine.ts'
import { rating } from './rate/rating/machine.ts'
import { orderFix } from './rate/rating/orders/fix-machine.ts'
import { rectification } from './rate/rating/rectification-machine.ts'
import { hourService } from './tend/hours/machine.ts'
import { partnerOffer } from './tend/offers/machine.ts'
import { booking } from './tend/resources/booking-machine.ts'
import { bookEntry } from './treasury/community-books/machine.ts'
import { sanction } from './who/sanction/machine.ts'

/** Every machine of the house, in the order of the road: documents, buttons and the test matrix read this. */
export const machines = {
  survey,
  suggestion,
  petition,
  need,
  topic,
  meeting,
  round,
  plan,
  tender,
  question,
  amendment,
  proposal,
  panelSeat,
  consultation,
  scoreSheet,
  award,
  challenge,
  complaint,
  framework,
  provider,
  order,
  minorWork,
  minorPart,
  contract,
  yearReview,
  change,
  subcontract,
  handover,
  milestone,
  acceptance,
  finding,
  inspection,
  voucherCheck,
  assessment,
  assessor,
  caseFile,
  care,
  settlement,
  careComplaint,
  payment,
  pot,
  gift,
  rating,
  rectification,
  orderFix,
  oversight,
  rankObjection,
  sanction,
  hourService,
  booking,
  partnerOffer,
  bookEntry,
} as const
