import { findMeeting, itemsOf } from '../../ask/deliberation/find-meeting.ts'
import { decidedAt } from '../../ask/deliberation/read-resolutions.ts'
import { findSurvey } from '../../ask/survey/find-survey.ts'
import { findPublicRound, findRound, slateOf } from '../../ask/vote/find-round.ts'
import { receiptOf } from '../../ask/vote/receipt.ts'
import { findBatch, sheetNo } from '../../ask/vote/sheets/find-batch.ts'
import { readResult } from '../../buy/award/result.ts'
import { may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { bodiesOfCommunity } from '../../where/bodies-of-community.ts'
import type { ContentOf } from './paper-content.ts'

const anyone = () => true

/** 票决结果公告. */
export const roundResult: ContentOf = async (db, id) => {
  const round = await findPublicRound(db, id)
  if (!round.announcedAt) throw new Refusal('missing', 'no-result-yet')
  const slate = await slateOf(db, id)
  return {
    ...{ refNo: round.refNo, title: round.name, open: true, live: `/votes/${id}/result`, reads: anyone },
    words: [
      ...[round.refNo, round.name, round.communityId, round.state, round.announcedAt, round.countedAt],
      ...[round.countHash, slate.map(({ refNo, title, cost, outcome }) => [refNo, title, cost, outcome])],
    ],
  }
}

/** 选票: one batch of sheets, numbered in a row. */
export const ballot: ContentOf = async (db, id) => {
  const { batch, round, bodies } = await findBatch(db, id)
  const slate = await slateOf(db, round.id)
  const numbers = [sheetNo(batch, 1), sheetNo(batch, batch.size)]
  return {
    ...{ refNo: `${round.refNo} ${numbers.join(' – ')}`, title: round.name, open: true },
    live: `/votes/${round.id}`,
    words: [
      ...[round.refNo, round.name, round.ballotKind, round.maxChoices, round.closesAt, ...numbers],
      slate.map(({ refNo, title, cost }) => [refNo, title, cost]),
    ],
    reads: (actor) => may(actor, 'paper.read', { bodies }) || may(actor, 'paper.start_over', { bodies }),
  }
}

/** 问卷. */
export const survey: ContentOf = async (db, id) => {
  const s = await findSurvey(db, id)
  const bodies = await bodiesOfCommunity(db, s.communityId)
  return {
    ...{ refNo: s.refNo, title: s.name, open: s.state !== 'draft', live: `/survey/${s.shortCode}` },
    words: [s.refNo, s.name, s.communityName, s.shortCode, s.minAge, s.closesAt, s.questions],
    reads: (actor) => may(actor, 'survey.read', bodies),
  }
}

/** 投票回执: that a ballot was taken in, never what is on it nor where it lies. */
export const receipt: ContentOf = async (db, entryId) => {
  const found = await receiptOf(db, entryId)
  if (!found) throw new Refusal('missing', 'no-such-receipt')
  const round = await findRound(db, found.roundId)
  return {
    ...{ refNo: round.refNo, title: round.name, open: false, live: `/votes/${found.roundId}/counted` },
    words: [round.refNo, round.name, found.receiptNo, found.label, found.channel, found.spoiled],
    reads: ({ personId }) => personId !== null && found.helperId === personId,
  }
}

/** 会议纪要: once they are out. */
export const minutes: ContentOf = async (db, id) => {
  const m = await findMeeting(db, id)
  if (!m.publishedAt) throw new Refusal('missing', 'meeting')
  const decided = await decidedAt(db, id)
  return {
    ...{ refNo: m.refNo, title: m.title, open: true, live: `/meetings/${id}`, reads: anyone },
    words: [
      ...[m.refNo, m.title, m.communityName, m.bodyName, m.startsAt, m.place, m.chair, m.state],
      ...[m.size, m.present, m.publishedAt, m.minutes],
      (await itemsOf(db, id)).map(({ title }) => title),
      decided.map(({ words, inFavour, against, abstained, passed, steps }) => [
        ...[words, inFavour, against, abstained, passed],
        steps.map((step) => [step.words, step.partyName, step.dueOn]),
      ]),
    ],
  }
}

/** 成交结果公告. */
export const awardResult: ContentOf = async (db, tenderId) => {
  const { tender, buyer, method, award, parties, report, documentHash } = await readResult(db, tenderId)
  const won = report.rows.find((row) => row.proposalId === award.proposalId)
  return {
    ...{ refNo: award.noticeNo ?? tender.refNo, title: tender.title, open: true, reads: anyone },
    live: `/tenders/${tenderId}/result`,
    words: [
      ...[tender.refNo, tender.title, buyer.name, method.code, tender.reportHash, documentHash],
      ...[award.noticeNo, award.state, award.price, award.reason, award.lateReason, award.endReason],
      ...[award.notifiedAt, award.windowEndsAt, won?.supplier],
      parties.map(({ name, share, duty }) => [name, share, duty]),
    ],
  }
}
