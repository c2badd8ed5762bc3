import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import { preferences } from '#app/http/preferences.server.ts'
import { type Key, tell, translator } from '#app/i18n/index.ts'
import { readSheet } from '#app/ports/sheet.ts'
import { rollForm } from '#domain/ask/vote/forms.ts'
import { loadRoll, tryRoll } from '#domain/ask/vote/load-roll.ts'
import type { RollFault } from '#domain/ask/vote/read-roll.ts'
import { oneForm } from './form-action.server.ts'
import { pageLoader } from './page-loader.server.ts'
import { download } from './workbook.server.ts'

const MOST_SHOWN = 50
const load = oneForm({
  form: rollForm,
  run: (ctx, { roll, source }, { roundId = '' }) =>
    loadRoll(ctx, { roundId, roll, source: source ?? 'typed' }),
  goTo: ({ id }) => `/desk/rounds/${id}`,
})
const tried = (args: ActionFunctionArgs, roll: string) =>
  pageLoader((ctx, { roundId = '' }) => tryRoll(ctx, { roundId, roll }))(args)

/** What stands in an Excel file, as lines; null: it is none. Line numbers stay those of the sheet. */
async function rollInSheet(body: FormData): Promise<string | null> {
  const file = body.get('sheet')
  if (!(file instanceof Blob) || file.size === 0) return null
  const rows = await readSheet(Buffer.from(await file.arrayBuffer()))
  return rows === null ? null : rows.map((row) => row.join('\t')).join('\n')
}

/** The mistakes beside the field; a roll with identity numbers does not come back even to the page. */
function wrong(form: 'sheet' | 'load', roll: string, faults: readonly RollFault[]) {
  const kept = faults.some(({ key }) => key === 'identity') ? '' : roll
  const said = faults.slice(0, MOST_SHOWN).map(({ line, key }) => tell(`roll.fault.${key}`, { line }))
  const error = form === 'sheet' ? { sheet: said } : { roll: said }
  return data({ status: 'error', error, initialValue: { roll: kept, _form: form } }, { status: 422 })
}

/** 导入名册: a sheet, or typed lines, is tried first; only lines without a mistake are loaded, all or nothing. */
export async function rollAction(args: ActionFunctionArgs) {
  await tried(args, '')
  const body = await args.request.formData()
  const isSheet = body.get('_form') === 'sheet'
  const roll = isSheet ? await rollInSheet(body) : String(body.get('roll') ?? '')
  if (roll === null) {
    const error = { sheet: ['refusal.roll-not-a-sheet'] }
    return data({ status: 'error', error, initialValue: { _form: 'sheet' } }, { status: 422 })
  }
  const { faults, measure } = await tried(args, roll)
  if (faults.length > 0) return wrong(isSheet ? 'sheet' : 'load', roll, faults)
  const dry = isSheet || body.get('dry') === 'yes'
  body.delete('dry')
  if (!dry) return load(args, body)
  return data({ measure, source: isSheet ? 'sheet' : 'typed', initialValue: { roll, _form: 'load' } })
}

const columns = [
  'label',
  'household',
  'age',
  'phone',
  'residence',
  'representative',
  'grid',
  'building',
] as const

/** 模板: the columns of a roll and how each is filled in, as an Excel file. */
export async function rollTemplate(args: LoaderFunctionArgs) {
  await pageLoader((ctx, { roundId = '' }) => tryRoll(ctx, { roundId, roll: '' }))(args)
  const t = translator((await preferences(args.request)).lang)
  const named = (key: Key) => ({ head: t(key), width: 20 })
  const help = columns.map((column) => [t(`roll.column.${column}`), t(`roll.column.${column}.say`)])
  const sheets = [
    {
      name: t('roll.sheet.name'),
      columns: columns.map((column) => named(`roll.column.${column}`)),
      rows: [],
    },
    { name: t('roll.sheet.help'), columns: [named('roll.lines'), named('roll.sheet.help')], rows: help },
  ]
  return download(sheets, 'roll.xlsx')
}
