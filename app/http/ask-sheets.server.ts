import type { Key, Translate } from '#app/i18n/index.ts'
import { readAttendance, readHallBook } from '#domain/ask/deliberation/read-desk.ts'
import { readNeeds } from '#domain/ask/need/read-needs.ts'
import { readPerHead } from '#domain/ask/need/read-per-head.ts'
import { readBurden } from '#domain/ask/suggestion/burden/read-burden.ts'
import { readWaiting } from '#domain/ask/suggestion/read-for-answer.ts'
import { readBatches } from '#domain/ask/vote/sheets/read-batches.ts'
import { dateOf, yearOf } from '#domain/dates.ts'
import { inYuan } from '#domain/money.ts'
import { listSheet, sheetOf } from './list-sheet.server.ts'

const lastOf = (dueAt: Date | null) => (dueAt ? dateOf(new Date(dueAt.getTime() - 1)) : null)
const hours = (minutes: number) => Math.round(minutes / 6) / 10

type Needs = Awaited<ReturnType<typeof readNeeds>>
type Need = Needs['own'][number] & { communityName?: string }
const needSheet = (name: string, rows: readonly Need[], t: Translate) =>
  sheetOf(name, rows, [
    [t('sheet.ref'), (n) => n.refNo, 18],
    [t('need.title'), (n) => n.title, 40],
    [t('ask.place'), (n) => n.communityName ?? null],
    [t('need.category'), (n) => t(`category.${n.category}`)],
    [t('need.estimate.yuan'), (n) => inYuan(n.estimate)],
    [t('need.state'), (n) => t(`need.state.${n.state}`)],
    [t('ask.due'), (n) => (n.state === 'published' ? lastOf(n.dueAt) : null)],
  ])

/** 需求: a committee's own, or what its street has to decide and may buy. */
export const needsSheet = listSheet({
  read: (ctx) => readNeeds(ctx),
  name: () => 'needs',
  sheets: ({ own, toDecide, ready, buys }, t) =>
    buys || toDecide.length > 0
      ? [needSheet(t('needs.to-decide'), toDecide, t), needSheet(t('needs.ready'), ready, t)]
      : [needSheet(t('needs.desk.title'), own, t)],
})

type Asked = Awaited<ReturnType<typeof readWaiting>>['answered'][number]
const asksOf = (name: string, rows: readonly Asked[], t: Translate) =>
  sheetOf(name, rows, [
    [t('sheet.ref'), (s) => s.refNo, 18],
    [t('sheet.matter'), (s) => s.title, 40],
    [
      t('ask.topic'),
      (s) => t((s.kind === 'need' && s.category ? `category.${s.category}` : `topic.${s.kind}`) as Key),
    ],
    [t('ask.place'), (s) => s.communityName],
    [t('sheet.stands'), (s) => t(`suggestion.state.${s.state}`)],
    [t('ask.due'), (s) => (s.state === 'submitted' ? lastOf(s.dueAt) : null)],
    [t('sheet.answered'), (s) => (s.repliedAt ? dateOf(s.repliedAt) : null)],
    [t('suggestion.reply'), (s) => s.reply, 50],
  ])

/** 诉求: what waits for the seat and what it answered. */
export const asksSheet = listSheet({
  read: (ctx) => readWaiting(ctx, 'all'),
  name: () => 'asks',
  sheets: ({ late, waiting, answered }, t) => [
    asksOf(t('suggestions.waiting'), [...late, ...waiting], t),
    asksOf(t('suggestions.answered'), answered, t),
  ],
})

type Decided = Awaited<ReturnType<typeof readHallBook>>['decided']
const decidedSheet = (rows: Decided, t: Translate) =>
  sheetOf(t('meeting.resolutions'), rows, [
    [t('sheet.ref'), (r) => r.refNo, 18],
    [t('sheet.matter'), (r) => r.title, 30],
    [t('meeting.resolution.words'), (r) => r.words, 50],
    [t('sheet.stands'), (r) => t(r.passed ? 'meeting.passed' : 'meeting.rejected')],
    [t('meeting.step.words'), (r) => r.step, 40],
    [t('meeting.step.party'), (r) => r.partyName, 24],
    [t('meeting.step.dueOn'), (r) => r.dueOn],
    [t('sheet.done'), (r) => (r.doneAt ? dateOf(r.doneAt) : null)],
    [t('meeting.step.how'), (r) => r.done, 40],
  ])

/** 会议: those of the seat's hall; 决议: what they decided, who does what by when, and what is done. */
export const meetingsSheet = listSheet({
  read: (ctx) => readHallBook(ctx),
  name: () => 'meetings',
  sheets: ({ meetings, decided }, t) => [
    sheetOf(t('hall.desk.meetings'), meetings, [
      [t('sheet.ref'), (m) => m.refNo, 18],
      [t('sheet.matter'), (m) => m.title, 40],
      [t('meeting.body'), (m) => m.bodyName, 24],
      [t('meeting.when'), (m) => dateOf(m.startsAt)],
      [t('need.state'), (m) => t(`meeting.state.${m.state}`)],
    ]),
    decidedSheet(decided, t),
  ],
})

type Attendance = Awaited<ReturnType<typeof readAttendance>>
const cameSheet = ({ came, quorum }: Attendance, t: Translate) =>
  sheetOf(
    t('meeting.came'),
    [
      [t('attendance.in_person'), came.inPerson],
      [t('attendance.remote'), came.remote],
      [t('attendance.proxy'), came.proxy],
      [t('meeting.came'), came.total],
      [t('attendance.quorum'), quorum ?? null],
    ] as const,
    [
      [t('sheet.group'), ([word]) => word, 24],
      [t('sheet.count'), ([, n]) => n],
    ],
  )

/** 签到: who came to one meeting and how, for whoever keeps its attendance. */
export const attendanceSheet = listSheet({
  read: (ctx, { id = '' }) => readAttendance(ctx, id),
  name: ({ meeting }) => `${meeting.refNo}-attendance`,
  sheets: (page, t) => [
    cameSheet(page, t),
    sheetOf(t('meeting.attendance'), page.roll, [
      [t('sheet.no'), (r) => r.ordinal, 8],
      [t('attendance.member'), (r) => r.name],
      [t('attendance.sector'), (r) => r.sector],
      [t('attendance.how'), (r) => t(r.channel ? `attendance.${r.channel}` : 'attendance.absent')],
    ]),
  ],
})

/** 纸质票批次 of a round, as its page has them. */
export const batchesSheet = listSheet({
  read: (ctx, { roundId = '' }) => readBatches(ctx, roundId),
  name: () => 'paper-batches',
  sheets: ({ batches }, t) => [
    sheetOf(t('paper.title'), batches, [
      [t('paper.batch.head'), (b) => t('paper.batch', { n: b.ordinal, building: b.building }), 24],
      [t('paper.size'), (b) => b.size],
      [t('paper.carrier'), (b) => b.carrier],
      [t('sheet.used'), (b) => b.used],
      [t('sheet.unused'), (b) => b.unused],
      ...(['counted', 'blank', 'void', 'waiting', 'differing'] as const).map(
        (key) =>
          [t(`sheet.paper.${key}`), (b: { counts: Record<typeof key, number> }) => b.counts[key]] as const,
      ),
    ]),
  ],
})

/** 人均经费: every community, for everyone. */
export const perHeadSheet = listSheet({
  read: ({ db, clock }, _params, url) => {
    const asked = url.searchParams.get('year') ?? ''
    return readPerHead(db, /^20\d\d$/.test(asked) ? Number(asked) : yearOf(dateOf(clock.now())))
  },
  name: ({ year }) => `per-head-${year}`,
  sheets: ({ communities }, t) => [
    sheetOf(t('per-head.list'), communities, [
      [t('per-head.community'), (c) => c.name, 24],
      [t('per-head.kind'), (c) => t(`per-head.kind.${c.communityKind ?? 'residents_committee'}`)],
      [t('per-head.people'), (c) => c.population],
      [t('per-head.posted'), (c) => c.posted],
      [t('per-head.per-thousand'), (c) => c.needsPerThousand],
      [t('per-head.estimate'), (c) => inYuan(c.estimate)],
      [t('per-head.contracted'), (c) => inYuan(c.contracted)],
      [t('per-head.per-head'), (c) => (c.perHead === null ? null : inYuan(c.perHead))],
    ]),
  ],
})

type Burden = Awaited<ReturnType<typeof readBurden>>
const asked = (t: Translate) =>
  [
    [t('burden.forms'), (r: Burden['offices'][number]) => r.forms],
    [t('burden.copies'), (r: Burden['offices'][number]) => r.copies],
    [t('burden.hours'), (r: Burden['offices'][number]) => hours(r.minutes)],
    [t('burden.outside'), (r: Burden['offices'][number]) => r.outside],
  ] as const

/** 社区负担表 of a street and month, for everyone. */
export const burdenSheet = listSheet({
  read: (ctx, _params, url) =>
    readBurden(ctx, { street: url.searchParams.get('street'), month: url.searchParams.get('month') }),
  name: ({ month }) => `burden-${month}`,
  sheets: ({ rows, offices }, t) => [
    sheetOf(t('burden.communities'), rows, [
      [t('burden.community'), (r) => r.name, 24],
      [t('burden.forms'), (r) => r.forms],
      [t('burden.copies'), (r) => r.copies],
      [t('burden.hours'), (r) => hours(r.minutes)],
      [t('burden.outside'), (r) => r.outside],
      [t('burden.came'), (r) => r.came],
      [t('burden.handed-on'), (r) => r.handedOn],
      [t('burden.assisted'), (r) => r.assisted],
      [t('burden.given-back'), (r) => r.givenBack],
    ]),
    sheetOf(t('burden.offices'), offices, [
      [t('burden.office'), (o) => o.office, 30],
      [t('burden.of-communities'), (o) => o.communities],
      ...asked(t),
    ]),
  ],
})
