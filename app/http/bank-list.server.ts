import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { preferences } from '#app/http/preferences.server.ts'
import { translator } from '#app/i18n/index.ts'
import { bankColumns } from '#app/ports/payments/bank-sheet.ts'
import { readSheet } from '#app/ports/sheet.ts'
import { bankPage } from '#domain/deliver/payment/bank-page.ts'
import { bringBankList } from '#domain/deliver/payment/bring-bank-list.ts'
import { bankListForm } from '#domain/deliver/payment/forms.ts'
import { tryBankList } from '#domain/deliver/payment/try-bank-list.ts'
import { oneForm } from './form-action.server.ts'
import { pageLoader } from './page-loader.server.ts'
import { download } from './workbook.server.ts'

const bring = oneForm({
  form: bankListForm,
  run: (ctx, { lines }) => bringBankList(ctx, Buffer.from(lines)),
  goTo: () => '/desk/bank',
})
const tried = (args: ActionFunctionArgs, bytes: Buffer) => pageLoader((ctx) => tryBankList(ctx, bytes))(args)

/** What stands in an Excel file, as lines: row numbers stay those of the sheet. */
async function linesIn(body: FormData): Promise<string | null> {
  const file = body.get('sheet')
  if (!(file instanceof Blob) || file.size === 0) return null
  const rows = await readSheet(Buffer.from(await file.arrayBuffer()))
  return rows === null ? null : rows.map((row) => row.join('\t')).join('\n')
}

/** 导入银行明细: a sheet is always tried first; only one without a fault is offered to be brought in, all or nothing. */
export async function bankAction(args: ActionFunctionArgs) {
  const body = await args.request.formData()
  if (body.get('_form') === 'bring') return bring(args, body)
  await pageLoader((ctx) => bankPage(ctx, 1))(args)
  const lines = await linesIn(body)
  if (lines === null) {
    const error = { sheet: ['refusal.roll-not-a-sheet'] }
    return data({ status: 'error', error, initialValue: { _form: 'sheet' } }, { status: 422 })
  }
  const answer = await tried(args, Buffer.from(lines))
  const status = answer.faults.length > 0 ? 422 : 200
  return data({ tried: answer, lines: status === 200 ? lines : '' }, { status })
}

/** 模板: the columns of the list as an Excel file. */
export async function bankTemplate(args: LoaderFunctionArgs) {
  await pageLoader((ctx) => bankPage(ctx, 1))(args)
  const t = translator((await preferences(args.request)).lang)
  const columns = bankColumns.map((name) => ({ head: t(`bank.column.${name}`), width: 20 }))
  return download([{ name: t('bank.title'), columns, rows: [] }], 'bank-list.xlsx')
}
