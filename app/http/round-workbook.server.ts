import type { LoaderFunctionArgs } from '@remix-run/node'
import { preferences } from '#app/http/preferences.server.ts'
import { bandName } from '#app/i18n/age-band.ts'
import { type Translate, translator } from '#app/i18n/index.ts'
import type { Sheet } from '#app/ports/sheet.ts'
import { readWorkbook } from '#domain/ask/vote/read-workbook.ts'
import { type Fen, inYuan } from '#domain/money.ts'
import { sheetOf } from './list-sheet.server.ts'
import { pageLoader } from './page-loader.server.ts'
import { download } from './workbook.server.ts'

type Book = Awaited<ReturnType<typeof readWorkbook>>

const slateSheet = ({ slate, result }: Book, t: Translate): Sheet => {
  const step = (id: string) => result?.tally.steps.find((one) => one.id === id)
  return {
    name: t('sheet.slate'),
    columns: [
      { head: t('sheet.no'), width: 8 },
      { head: t('sheet.ref'), width: 20 },
      { head: t('money.item'), width: 40 },
      { head: t('sheet.cost'), width: 16 },
      { head: t('vote.result.votes'), width: 10 },
      { head: t('vote.result.outcome'), width: 14 },
    ],
    rows: slate.map(({ refNo, title, cost }, at) => {
      const found = step(refNo)
      return [
        at + 1,
        refNo,
        title,
        inYuan(cost),
        found?.votes ?? null,
        found ? t(`vote.outcome.${found.outcome}`) : null,
      ]
    }),
  }
}

const turnoutSheet = ({ tables, turnout, roll }: Book, t: Translate): Sheet => {
  const shown = (n: number | null) => n ?? t('turnout.hidden', { n: tables!.least })
  const channels = tables?.channels.map(({ key, n }) => [
    t('turnout.channel'),
    t(`vote.channel.${key}`),
    shown(n),
  ])
  const ages = tables?.ages.map(({ key, n }) => [t('turnout.age'), bandName(t, key), shown(n)])
  return {
    name: t('sheet.turnout'),
    columns: [{ head: t('sheet.by') }, { head: t('sheet.group'), width: 24 }, { head: t('turnout.count') }],
    rows: [
      [t('round.roll'), '', roll],
      [t('turnout.all'), '', turnout?.voters ?? t('round.turnout.few')],
      ...(channels ?? []),
      ...(ages ?? []),
    ],
  }
}

const stepHeads = [
  'steps.score',
  'steps.before',
  'vote.result.cost',
  'vote.result.outcome',
  'vote.result.left',
  'sheet.missing',
  'sheet.other',
] as const

/** What the other rule would have said of an item, and what was wanting under the round's own. */
const besideOf = (comparison: NonNullable<Book['result']>['comparison'], id: string, t: Translate) => {
  if (!comparison) return [null, null]
  const [own, other] = comparison.sides
  const missing = own.accounts.find((one) => one.id === id)?.missing
  return [
    missing === undefined ? null : inYuan(missing),
    t(other.winners.includes(id) ? 'compare.in' : 'compare.out'),
  ]
}

const stepsSheet = ({ result, slate }: Book, t: Translate): Sheet[] => {
  if (!result) return []
  const { tally, comparison } = result
  const title = (id: string) => slate.find(({ refNo }) => refNo === id)!.title
  const rows = tally.steps.map((step) => [
    step.rank,
    title(step.id),
    step.score,
    inYuan(step.before),
    inYuan(step.cost),
    t(`vote.outcome.${step.outcome}`),
    inYuan(step.after),
    ...besideOf(comparison, step.id, t),
  ])
  const named = [
    { head: t('sheet.no'), width: 8 },
    { head: t('money.item'), width: 40 },
  ]
  return [
    { name: t('steps.title'), columns: [...named, ...stepHeads.map((key) => ({ head: t(key) }))], rows },
  ]
}

/** 联合评选: each side's raw count of every item, and what each body signed. */
const jointSheets = ({ result, slate }: Book, t: Translate): Sheet[] => {
  const sides = result?.tally.steps[0]?.joint
  if (!result || !sides) return []
  const title = (id: string) => slate.find(({ refNo }) => refNo === id)?.title ?? id
  const of = ({ bloc, weight }: { bloc: (typeof sides)[number]['bloc']; weight: number }) =>
    t('bloc.share', { who: t(`bloc.${bloc}`), n: weight })
  return [
    {
      name: t('joint.title'),
      columns: [
        { head: t('money.item'), width: 40 },
        ...sides.map((side) => ({ head: of(side), width: 16 })),
        { head: t('joint.score') },
      ],
      rows: result.tally.steps.map(({ id, joint, score }) => [
        title(id),
        ...(joint ?? []).map(({ votes, ballots }) => t('joint.votes', { n: votes, of: ballots })),
        score,
      ]),
    },
    sheetOf(t('joint.bodies'), result.bodies, [
      [t('sign.body'), (b) => b.name, 30],
      [t('sign.bloc'), (b) => t(`bloc.${b.bloc}`)],
      [t('ballot.check.caption'), (b) => signedWords(b, title, t), 50],
    ]),
  ]
}
type Body = NonNullable<Book['result']>['bodies'][number]
const signedWords = (
  { abstained, abstainsSealed, choices }: Body,
  title: (id: string) => string,
  t: Translate,
) =>
  abstained
    ? t(abstainsSealed ? 'joint.abstained.sealed' : 'joint.abstained')
    : (choices?.map(title).join('；') ?? t('joint.absent'))

/** 平等份额: the money behind each item, of the round's own count or of the compared one. */
const sharesSheet = ({ result, slate }: Book, t: Translate): Sheet[] => {
  const comparison = result?.comparison
  const shares = comparison?.sides.find(({ method }) => method === 'shares')
  if (!comparison || !shares) return []
  const title = (id: string) => slate.find(({ refNo }) => refNo === id)?.title ?? id
  const sum = (amount: Fen | null) => (amount === null ? null : inYuan(amount))
  return [
    sheetOf(t('money.behind'), shares.accounts, [
      [t('money.item'), (a) => title(a.id), 40],
      [t('money.supporters'), (a) => a.votes],
      [t('money.at-start'), (a) => sum(a.behindAtStart)],
      [t('money.then'), (a) => sum(a.behind)],
      [t(`money.payment.${comparison.unit}`), (a) => sum(a.payment)],
      [t('sheet.missing'), (a) => sum(a.missing)],
      [t('vote.result.outcome'), (a) => t(a.place === null ? 'compare.out' : 'compare.in')],
    ]),
  ]
}

/** 工作底表: the slate, the turnout and every step of the count as an Excel file, for whoever prepares the round. */
export async function roundWorkbook(args: LoaderFunctionArgs) {
  const book = await pageLoader((ctx, { roundId = '' }) => readWorkbook(ctx, roundId))(args)
  const t = translator((await preferences(args.request)).lang)
  const sheets = [
    slateSheet(book, t),
    turnoutSheet(book, t),
    ...stepsSheet(book, t),
    ...sharesSheet(book, t),
    ...jointSheets(book, t),
  ]
  return download(sheets, `${book.round.refNo}.xlsx`)
}
