import { readHall } from '#domain/ask/deliberation/read-desk.ts'
import { readBody } from '#domain/ask/deliberation/read-halls.ts'
import { readCoverage } from '#domain/ask/survey/print-sheets.ts'
import { readSurveys } from '#domain/ask/survey/read-desk.ts'
import { readCallbacks } from '#domain/ask/vote/callbacks/draw-callbacks.ts'
import { readClaims } from '#domain/ask/vote/household-claims.ts'
import { listDeskRounds } from '#domain/ask/vote/read-round.ts'
import { readReissue } from '#domain/ask/vote/reissue-slip.ts'
import { dateOf } from '#domain/dates.ts'
import { inYuan } from '#domain/money.ts'
import { listSheet, sheetOf } from './list-sheet.server.ts'

/** The last day within an instant at which something ends. */
const through = (endsAt: Date) => dateOf(new Date(endsAt.getTime() - 1))
const sharesOf = (part: number, whole: number) => (whole > 0 ? `${Math.round((part / whole) * 100)}%` : null)

const unprinted = { grid: null, households: null, sheets: 0, back: 0 }
/** 各楼栋的问卷: what went out and came back, and the buildings of the roll that no sheet was printed for. */
export const coverageSheet = listSheet({
  read: (ctx, { id = '' }) => readCoverage(ctx, id),
  name: ({ survey }) => `${survey.refNo}-coverage`,
  sheets: ({ batches, unsent }, t) => [
    sheetOf(
      t('survey.sheets.caption'),
      [...batches, ...unsent.map(({ building, households: onRoll }) => ({ ...unprinted, building, onRoll }))],
      [
        [t('survey.sheets.building'), (b) => b.building],
        [t('ask.grid'), (b) => b.grid],
        [t('report.households'), (b) => b.households],
        [t('report.roll.households'), (b) => b.onRoll],
        [t('survey.sheets.printed'), (b) => b.sheets],
        [t('survey.sheets.back'), (b) => b.back],
        [t('survey.sheets.ratio'), (b) => sharesOf(b.back, b.households ?? 0)],
      ],
    ),
  ],
})

/** 需求调查 of a community: how many answered each, never what. */
export const surveysSheet = listSheet({
  read: (ctx) => readSurveys(ctx),
  name: () => 'surveys',
  sheets: ({ surveys }, t) => [
    sheetOf(t('surveys.title'), surveys, [
      [t('sheet.ref'), (s) => s.refNo, 18],
      [t('sheet.matter'), (s) => s.name, 40],
      [t('sheet.stands'), (s) => t(`survey.stands.${s.stands}`)],
      [t('sheet.until'), (s) => through(s.closesAt)],
      [t('sheet.answers'), (s) => s.answers],
    ]),
  ],
})

/** 名册 of one body, as it is kept: surnames and titles only. */
export const bodySheet = listSheet({
  read: (ctx, { id = '' }) => readBody(ctx, id),
  name: () => 'members',
  sheets: ({ body, members }, t) => [
    sheetOf(body.name, members, [
      [t('sheet.no'), (m) => m.ordinal, 8],
      [t('attendance.member'), (m) => m.name],
      [t('attendance.sector'), (m) => m.sector, 30],
      [t('sheet.sex'), (m) => t(m.woman ? 'sheet.sex.woman' : 'sheet.sex.man')],
    ]),
  ],
})

/** 等处理的议题 of the seat's hall. */
export const topicsSheet = listSheet({
  read: (ctx) => readHall(ctx),
  name: () => 'topics',
  sheets: ({ topics }, t) => [
    sheetOf(t('hall.desk.topics'), topics, [
      [t('sheet.ref'), (o) => o.refNo, 18],
      [t('hall.topic.title'), (o) => o.title, 40],
      [t('sheet.source'), (o) => t(`hall.topic.source.${o.source}`)],
      [t('sheet.stands'), (o) => t(`hall.topic.state.${o.state}`)],
    ]),
  ],
})

/** 票决轮次 that a committee or its street prepares. */
export const roundsSheet = listSheet({
  read: (ctx) => listDeskRounds(ctx),
  name: () => 'rounds',
  sheets: ({ rounds }, t) => [
    sheetOf(t('rounds.title'), rounds, [
      [t('sheet.ref'), (r) => r.refNo, 18],
      [t('sheet.matter'), (r) => r.name, 40],
      [t('ask.place'), (r) => r.placeName],
      [t('sheet.stands'), (r) => t(`round.phase.${r.phase}`)],
      [t('sheet.from'), (r) => dateOf(r.opensAt)],
      [t('sheet.until'), (r) => through(r.closesAt)],
      [t('sheet.budget'), (r) => inYuan(r.budget)],
    ]),
  ],
})

type Door = { representative: string | null; label: string; householdKey: string }
const whose = (at: Door) => at.representative ?? at.label

/** 户内争议 of a round. */
export const claimsSheet = listSheet({
  read: (ctx, { roundId = '' }) => readClaims(ctx, roundId),
  name: () => 'household-claims',
  sheets: ({ claims }, t) => [
    sheetOf(t('claims.title'), claims, [
      [t('reissue.door'), (c) => c.householdKey],
      [t('reissue.label'), whose],
      [t('claims.claimant'), (c) => c.claimant],
      [t('claims.reason'), (c) => c.reason, 40],
      [t('claims.outcome'), (c) => (c.outcome ? t(`claims.${c.outcome}`) : null), 24],
      [t('claims.ground'), (c) => c.ground, 40],
    ]),
  ],
})

/** 代录回访: who was drawn, who helped, what was said; never what was chosen. */
export const callbacksSheet = listSheet({
  read: (ctx, { roundId = '' }) => readCallbacks(ctx, roundId),
  name: () => 'call-backs',
  sheets: ({ list }, t) => [
    sheetOf(t('callback.title'), list, [
      [t('reissue.door'), (c) => c.householdKey],
      [t('callback.who'), whose],
      [t('callback.channel'), (c) => (c.channel ? t(`vote.channel.${c.channel}`) : null)],
      [t('callback.helper'), (c) => c.helper],
      [t('callback.said'), (c) => t(c.outcome ? `callback.outcome.${c.outcome}` : 'callback.waiting')],
      [t('callback.note'), (c) => c.note, 40],
    ]),
  ],
})

/** 作废与补发 after the sealing, change by change, without any code. */
export const reissuedSheet = listSheet({
  read: (ctx, { roundId = '' }) => readReissue(ctx, roundId),
  name: () => 'slips-changed',
  sheets: ({ changes }, t) => [
    sheetOf(t('reissue.list'), changes, [
      [t('sheet.no'), (c) => c.ordinal, 8],
      [t('reissue.door'), (c) => c.householdKey],
      [t('reissue.label'), whose],
      [t('reissue.act'), (c) => t(c.given ? 'reissue.act.reissue' : 'reissue.act.void'), 30],
      [t('reissue.ground'), (c) => c.ground, 40],
      [t('reissue.day'), (c) => dateOf(c.changedAt)],
    ]),
  ],
})
