import type { Key, Translate } from '#app/i18n/index.ts'
import { readHalls } from '#domain/ask/deliberation/read-halls.ts'
import { readBurdenEntry } from '#domain/ask/suggestion/burden/read-entry.ts'
import { readHeat } from '#domain/ask/suggestion/read-heat.ts'
import { readReplies } from '#domain/ask/suggestion/read-replies.ts'
import { readWaves } from '#domain/ask/survey/read-waves.ts'
import { readTemplate, readTemplates } from '#domain/ask/survey/template.ts'
import { readWordsBook } from '#domain/ask/survey/words-book.ts'
import { dateOf } from '#domain/dates.ts'
import { listSheet, sheetOf } from './list-sheet.server.ts'

const hidden = (share: number | null, t: Translate) =>
  share === null ? t('report.hidden') : Math.round(share * 1000) / 1000

const topicOf = ({ kind, category }: { kind: string; category: string | null }, t: Translate) =>
  t((kind === 'need' && category ? `category.${category}` : `topic.${kind}`) as Key)

/** 问卷模板 a committee may use, every version a row. */
export const templatesSheet = listSheet({
  read: (ctx) => readTemplates(ctx),
  name: () => 'templates',
  sheets: ({ templates }, t) => [
    sheetOf(t('template.title'), templates, [
      [t('sheet.ref'), (it) => it.code, 18],
      [t('sheet.version'), (it) => it.version, 8],
      [t('sheet.matter'), (it) => it.title, 40],
      [t('sheet.stands'), (it) => t(it.fixed ? 'template.fixed' : 'template.open')],
      [t('sheet.questions'), (it) => it.questions.length],
      [t('sheet.least'), (it) => it.minCell],
    ]),
  ],
})

/** One version of a questionnaire, question by question. */
export const templateSheet = listSheet({
  read: (ctx, { id = '' }) => readTemplate(ctx, id),
  name: ({ template }) => `template-${template.version}`,
  sheets: ({ template }, t) => [
    sheetOf(
      template.title,
      template.questions.map((question, at) => ({ ...question, at: at + 1 })),
      [
        [t('sheet.no'), (q) => q.at, 8],
        [t('question.kind'), (q) => t(`question.kind.${q.kind}`)],
        [t('question.text'), (q) => q.text, 40],
        [t('question.options'), (q) => q.options?.join('；') ?? null, 50],
        [t('question.max'), (q) => q.max ?? null, 8],
        [t('sheet.needed'), (q) => (q.needed ? t('sheet.yes') : null), 8],
        [t('sheet.breakdown'), (q) => (q.breakdown ? t('sheet.yes') : null), 12],
      ],
    ),
  ],
})

/** 原话审看: how far it is, and the words as they were cleared of names. */
export const wordsSheet = listSheet({
  read: (ctx, { id = '' }) => readWordsBook(ctx, id),
  name: ({ survey }) => `${survey.refNo}-words`,
  sheets: ({ questions }, t) => [
    sheetOf(t('survey.words.title'), questions, [
      [t('report.question'), (q) => q.text, 40],
      [t('sheet.words.waiting'), (q) => q.left],
      [t('sheet.words.cleared'), (q) => q.cleared],
      [t('sheet.words.kept'), (q) => q.kept],
    ]),
    sheetOf(
      t('sheet.words'),
      questions.flatMap(({ text, few, shown }) =>
        few ? [{ text, words: t('report.hidden') }] : shown.map((words) => ({ text, words })),
      ),
      [
        [t('report.question'), (r) => r.text, 40],
        [t('sheet.words'), (r) => r.words, 60],
      ],
    ),
  ],
})

/** 轮次比较: the shares of each wave, as its own report shows them. */
export const wavesSheet = listSheet({
  read: (ctx, { id = '' }) => readWaves(ctx, id),
  name: ({ survey }) => `${survey.refNo}-waves`,
  sheets: ({ waves, questions }, t) => [
    sheetOf(
      t('report.waves'),
      questions.flatMap(({ text, rows }) => rows.map((row) => ({ ...row, text }))),
      [
        [t('report.question'), (r) => r.text, 40],
        [t('report.option'), (r) => r.label, 24],
        ...waves.map(
          ({ opensAt }, at) =>
            [
              dateOf(opensAt),
              (r: { shares: Array<number | null> }) => hidden(r.shares[at] ?? null, t),
            ] as const,
        ),
      ],
    ),
  ],
})

/** 反复提的事: what repeats, and what became of what was looked at. */
export const heatSheet = listSheet({
  read: (ctx) => readHeat(ctx),
  name: () => 'repeated-topics',
  sheets: ({ hot, decided }, t) => [
    sheetOf(t('topics.title'), hot, [
      [t('sheet.matter'), (h) => [topicOf(h, t), h.label].filter(Boolean).join(t('ask.comma')), 40],
      [t('sheet.asks'), (h) => h.ids.length],
      [t('sheet.from'), (h) => dateOf(h.since)],
    ]),
    sheetOf(t('topics.decided'), decided, [
      [t('sheet.decided'), (d) => dateOf(d.decidedAt)],
      [t('topic.decision'), (d) => t(`topic.decision.${d.decision}`)],
      [t('sheet.asks'), (d) => d.asks],
      [t('need.reason'), (d) => d.reason, 50],
    ]),
  ],
})

/** 登记过的表: what the committee's clerk entered in the last twelve months, struck ones with their reason. */
export const enteredSheet = listSheet({
  read: (ctx) => readBurdenEntry(ctx),
  name: () => 'burden-entered',
  sheets: ({ rows }, t) => [
    sheetOf(t('burden.entered'), rows, [
      [t('burden.month'), (r) => r.month],
      [t('burden.office'), (r) => r.office, 30],
      [t('burden.kind'), (r) => t(`burden.kind.${r.kind}`)],
      [t('burden.name'), (r) => r.name, 30],
      [t('burden.copies'), (r) => r.copies],
      [t('burden.hours'), (r) => Math.round(r.minutes / 6) / 10],
      [t('burden.duty'), (r) => (r.dutyOutside ? t('burden.duty.outside') : r.duty), 30],
      [
        t('sheet.stands'),
        (r) => (r.struckReason ? t('burden.struck', { reason: r.struckReason }) : null),
        30,
      ],
    ]),
  ],
})

/** 议事组织 of the seat's community. */
export const bodiesSheet = listSheet({
  read: (ctx) => readHalls(ctx),
  name: () => 'bodies',
  sheets: ({ halls }, t) => [
    sheetOf(t('hall.bodies'), halls, [
      [t('hall.body.name'), (b) => b.name, 40],
      [t('sheet.count'), (b) => b.size ?? b.members],
    ]),
  ],
})

/** 答复公开 of a street: how each body answered, and what is overdue; neither who asked nor a word of it. */
export const repliesSheet = listSheet({
  read: (ctx, _params, url) => readReplies(ctx, url.searchParams.get('street')),
  name: () => 'replies',
  sheets: ({ bodies, overdue }, t) => [
    sheetOf(t('replies.overdue'), overdue, [
      [t('sheet.ref'), (s) => s.refNo, 18],
      [t('ask.topic'), (s) => topicOf(s, t), 24],
      [t('ask.place'), (s) => s.communityName],
      [t('replies.body'), (s) => s.handlerName, 24],
      [t('sheet.post'), (s) => t(`role.${s.handlerRole}` as Key)],
      [t('sheet.until'), (s) => dateOf(new Date(s.dueAt.getTime() - 1))],
      [t('sheet.late'), (s) => s.late],
    ]),
    sheetOf(t('replies.bodies'), bodies, [
      [t('replies.body'), (b) => b.name, 24],
      [t('replies.asked'), (b) => b.asked],
      [t('replies.answered'), (b) => b.answered],
      [t('replies.in-time'), (b) => b.inTime],
      [t('replies.open-late'), (b) => b.overdue],
      [t('replies.average'), (b) => b.averageDays],
      [t('replies.returned'), (b) => b.returned],
    ]),
  ],
})
