import { publicAcceptance } from '../../deliver/acceptance/public-acceptance.ts'
import { findContract } from '../../deliver/contract/find-contract.ts'
import { publishedPaper } from '../../deliver/contract/paper/contract-paper.ts'
import { findSession } from '../../deliver/diary/hold-session.ts'
import { applicationHash } from '../../deliver/payment/application.ts'
import { findPayment, subjectOf } from '../../deliver/payment/find-payment.ts'
import { may } from '../../policy/index.ts'
import type { ContentOf } from './paper-content.ts'

const anyone = () => true

/** 合同公告文本: as it was signed, secrets masked, with how it ended if it did. */
export const contract: ContentOf = async (db, id) => {
  const c = await publishedPaper(db, id)
  return {
    ...{ refNo: c.refNo, title: c.title, open: true, live: `/contracts/${id}`, reads: anyone },
    words: [
      ...[c.refNo, c.title, c.buyer, c.supplier, c.payee, c.price, c.from, c.to, c.template, c.bodyHash],
      ...[c.supplierSignedAt, c.buyerSignedAt, c.publishedAt, c.endCause, c.endReason, c.recovered],
      c.parties.map(({ name, share, duty }) => [name, share, duty]),
      c.clauses.map(({ heading, words }) => [heading, words]),
      c.card.map(({ sector, body, person, goal, duty, contribution }) => [
        ...[sector, body, person, goal, duty, contribution],
      ]),
      c.milestones.map(({ title, gate, price, dueOn }) => [title, gate, price, dueOn]),
      c.indicators.map(({ name, unit, target }) => [name, unit, target]),
      c.changes.map(({ refNo, hash }) => [refNo, hash]),
    ],
  }
}

/** 支付申请表: what was asked for, and every signature and voucher it has had so far. */
export const payment: ContentOf = async (db, id) => {
  const p = await findPayment(db, id)
  return {
    ...{ refNo: p.refNo, title: p.contract.title, open: false, live: `/desk/payments/${id}` },
    words: [
      ...[applicationHash(p), p.state, p.requestedAt, p.checkedAt, p.approvedAt, p.submittedAt, p.paidAt],
      ...[p.requestedBy, p.checkedBy, p.approvedBy, p.submittedBy, p.confirmedBy, p.bankReceiptNo],
      p.vouchers.map(({ no, dated, amount, returnedAt }) => [no, dated, amount, returnedAt]),
    ],
    reads: (actor) => may(actor, 'payment.read', subjectOf(p)),
  }
}

/** 验收单. */
export const acceptance: ContentOf = async (db, id) => {
  const a = await publicAcceptance(db, id)
  const { ordinal, title, price, payable, finding } = a.milestone
  return {
    ...{ refNo: `${a.refNo}/${ordinal}`, title: `${a.title} ${title}`, open: true, reads: anyone },
    live: `/acceptances/${id}`,
    words: [
      ...[a.refNo, ordinal, a.title, title, price, payable, finding, a.buyer, a.supplier],
      ...[a.met, a.required, a.publishedAt, a.reopenedAt, a.opinions, a.satisfaction, a.levels, a.channels],
      a.said.map(({ role, met, words }) => [role, met, words]),
      a.readings.map((r) => [r.name, r.unit, r.target, r.value, r.looked, r.asClaimed]),
    ],
  }
}

/** 签到表 of one session. */
export const signIn: ContentOf = async (db, id) => {
  const session = await findSession(db, { id })
  const c = await findContract(db, session.contractId)
  return {
    ...{ refNo: c.refNo, title: session.title, open: false, live: `/work/${c.id}/sessions/${id}` },
    words: [c.refNo, c.title, session.title, session.kind, session.heldOn, session.place, session.code],
    reads: (actor) => may(actor, 'diary.record', c),
  }
}
