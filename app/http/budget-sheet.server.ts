import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { preferences } from '#app/http/preferences.server.ts'
import { type Key, tell, translator } from '#app/i18n/index.ts'
import { readSheet } from '#app/ports/sheet.ts'
import { columns, mostLines } from '#domain/buy/proposal/budget/read-rows.ts'
import { trySheet } from '#domain/buy/proposal/budget/try-sheet.ts'
import { budgetForm } from '#domain/buy/proposal/forms.ts'
import { budgetKinds } from '#domain/buy/proposal/sections.ts'
import { writeBudget } from '#domain/buy/proposal/write-sections.ts'
import { type Fen, inYuan } from '#domain/money.ts'
import { oneForm } from './form-action.server.ts'
import { pageLoader } from './page-loader.server.ts'
import { download } from './workbook.server.ts'

const MOST_SHOWN = 30
const save = oneForm({
  form: budgetForm,
  run: (ctx, input, { tenderId = '' }) => writeBudget(ctx, { ...input, tenderId }),
  goTo: ({ id }) => `/tenders/${id}/proposal`,
})

/** A kind of cost by its name, in either language. */
const kindNamed = (words: string) =>
  budgetKinds.find((kind) =>
    (['zh-CN', 'en'] as const).some((lang) => translator(lang)(`bid.kind.${kind}`) === words.trim()),
  )
const tried = (args: ActionFunctionArgs | LoaderFunctionArgs, rows: string[][]) =>
  pageLoader((ctx, { tenderId = '' }) => trySheet(ctx, { tenderId, rows, kindOf: kindNamed }))(args)
type Tried = Awaited<ReturnType<typeof tried>>

const wrong = (said: string[]) =>
  data({ status: 'error', error: { sheet: said }, initialValue: { _form: 'sheet' } }, { status: 422 })
const money = (amount: Fen) =>
  `¥${inYuan(amount).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`
const typed = (amount: Fen | undefined) => (amount === undefined ? '' : inYuan(amount).toFixed(2))

/** What is wrong with the rows and with their sum, in the order of the sheet. */
async function faultsOf(args: ActionFunctionArgs, { lines, faults, total, ceiling, over, caps }: Tried) {
  const { lang } = await preferences(args.request)
  const t = translator(lang)
  if (faults.length > 0)
    return faults.slice(0, MOST_SHOWN).map(({ line, key }) => tell(`sheet.fault.${key}`, { line }))
  if (lines.length === 0) return ['sheet.empty']
  if (lines.length > mostLines) return ['sheet.too-long']
  if (over) return [tell('sheet.fault.over-ceiling', { sum: money(total), ceiling: money(ceiling) })]
  return caps.map(({ kind, amount, percent, source }) =>
    tell('sheet.fault.over-cap', {
      kind: t(`bid.kind.${kind}`),
      sum: money(amount),
      n: percent,
      source,
    }),
  )
}

/** 报价表: typed and saved, or brought in a sheet that is tried first; a good one stands filled in and waits to be saved. */
export async function budgetAction(args: ActionFunctionArgs) {
  const body = await args.request.formData()
  if (body.get('_form') !== 'sheet') return save(args, body)
  const file = body.get('sheet')
  const rows =
    file instanceof Blob && file.size > 0 ? await readSheet(Buffer.from(await file.arrayBuffer())) : null
  const read = await tried(args, rows ?? [])
  if (rows === null) return wrong(['sheet.not-one'])
  const said = await faultsOf(args, read)
  if (said.length > 0) return wrong(said)
  const lines = read.lines.map(({ kind, label, amount, quantity, unit, unitPrice }) => ({
    kind,
    label,
    amount: typed(amount),
    quantity: quantity === undefined ? '' : String(quantity),
    unit: unit ?? '',
    unitPrice: typed(unitPrice),
  }))
  return data({
    good: { n: lines.length, sum: read.total },
    initialValue: { price: typed(read.total), lines },
  })
}

/** 模板: the columns of the budget and how each is filled in, as an Excel file. */
export async function budgetTemplate(args: LoaderFunctionArgs) {
  await tried(args, [])
  const t = translator((await preferences(args.request)).lang)
  const named = (key: Key) => ({ head: t(key), width: 20 })
  const list = budgetKinds.map((kind) => t(`bid.kind.${kind}`)).join(' / ')
  const say = (column: (typeof columns)[number]) => t(`sheet.column.${column}.say`, { list })
  const sheets = [
    { name: t('sheet.name'), columns: columns.map((column) => named(`sheet.column.${column}`)), rows: [] },
    {
      name: t('sheet.help'),
      columns: [named('sheet.name'), named('sheet.help')],
      rows: columns.map((column) => [t(`sheet.column.${column}`), say(column)]),
    },
  ]
  return download(sheets, 'budget.xlsx')
}
