import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { preferences } from '#app/http/preferences.server.ts'
import { type Key, tell, translator } from '#app/i18n/index.ts'
import { readSheet } from '#app/ports/sheet.ts'
import { deskWords, kindWords } from '#domain/ask/suggestion/duty-words-data.ts'
import type { DutyFault } from '#domain/ask/suggestion/read-duties.ts'
import { dutiesForm, readDutyList, reviseDuties, tryDuties } from '#domain/ask/suggestion/revise-duties.ts'
import { oneForm } from './form-action.server.ts'
import { pageLoader } from './page-loader.server.ts'
import { download } from './workbook.server.ts'

const MOST_SHOWN = 50
const revise = oneForm({ form: dutiesForm, run: reviseDuties, goTo: () => '/desk/duties' })
const tried = (args: ActionFunctionArgs, words: string) =>
  pageLoader((ctx) => tryDuties(ctx, { words }))(args)

async function linesIn(body: FormData): Promise<string | null> {
  const file = body.get('sheet')
  if (!(file instanceof Blob) || file.size === 0) return null
  const rows = await readSheet(Buffer.from(await file.arrayBuffer()))
  return rows === null ? null : rows.map((row) => row.join('\t')).join('\n')
}
const field = (body: FormData, name: string) => String(body.get(name) ?? '')

/** The mistakes beside the field, and everything typed kept. */
function wrong(body: FormData, lines: string, said: string[]) {
  const form = field(body, '_form')
  const error = form === 'sheet' ? { sheet: said } : { lines: said }
  const kept = { lines, from: field(body, 'from'), source: field(body, 'source'), _form: form }
  return data({ status: 'error', error, initialValue: kept }, { status: 422 })
}
const saidOf = (faults: readonly DutyFault[]) =>
  faults.slice(0, MOST_SHOWN).map(({ line, key }) => tell(`duties.fault.${key}`, { line }))

/** 导入权责清单: a sheet, or typed lines, is tried first; only a list without a mistake is taken, all or nothing. */
export async function dutiesAction(args: ActionFunctionArgs) {
  await tried(args, '')
  const body = await args.request.formData()
  const isSheet = body.get('_form') === 'sheet'
  const lines = isSheet ? await linesIn(body) : field(body, 'lines')
  if (lines === null) return wrong(body, '', ['refusal.roll-not-a-sheet'])
  const { faults, changes } = await tried(args, lines)
  if (faults.length > 0) return wrong(body, lines, saidOf(faults))
  const dry = isSheet || body.get('dry') === 'yes'
  body.delete('dry')
  if (!dry) return revise(args, body)
  const kept = { lines, from: field(body, 'from'), source: field(body, 'source'), _form: 'load' }
  return data({ changes, initialValue: kept })
}

const columns = ['code', 'kind', 'title', 'ground', 'desks', 'office'] as const
const wordOf = (words: Readonly<Record<string, string>>, code: string) =>
  Object.keys(words).find((word) => words[word] === code) ?? code

/** The list in force as an Excel file, in the form in which it is brought in again. */
export async function dutiesSheet(args: LoaderFunctionArgs) {
  const { today } = await pageLoader((ctx) => readDutyList(ctx))(args)
  const t = translator((await preferences(args.request)).lang)
  const heads = columns.map((column) => ({ head: t(`duties.column.${column}` as Key), width: 24 }))
  const rows = today.map(({ code, kind, title, ground, desks, office }) => [
    ...[code, wordOf(kindWords, kind), title, ground],
    ...[desks.map((desk) => wordOf(deskWords, desk)).join('、'), office ?? ''],
  ])
  return download([{ name: t('duties.title'), columns: heads, rows }], 'duties.xlsx')
}
