import { type ActionFunctionArgs, data } from '@remix-run/node'
import { tell } from '#app/i18n/index.ts'
import { draftFromPb, importForm } from '#domain/ask/vote/import-pb.ts'
import { countPb } from '#domain/ask/vote/pb-file.ts'
import { readDraftPage } from '#domain/ask/vote/read-draft.ts'
import { Refusal } from '#domain/refusal.ts'
import { oneForm } from './form-action.server.ts'
import { pageLoader } from './page-loader.server.ts'
import { statusOf } from './status.ts'

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer())
const draft = oneForm({
  form: importForm,
  run: async (ctx, { file, ...more }) => draftFromPb(ctx, { ...more, words: await bytesOf(file) }),
  goTo: (done) => `/desk/rounds/${done.id}${'advisory' in done ? '' : '/edit'}`,
})
/** Whoever may not draft a round learns so before his file is read. */
const checked = pageLoader((ctx) => readDraftPage(ctx, null))

/** 从 .pb 文件起草, or with `only=count` counts the file and keeps nothing. */
export async function importAction(args: ActionFunctionArgs) {
  await checked(args)
  const body = await args.request.formData()
  const file = body.get('file')
  if (body.get('only') !== 'count' || !(file instanceof Blob) || file.size === 0) {
    body.delete('only')
    return draft(args, body)
  }
  const typed = Object.fromEntries([...body].filter(([, value]) => typeof value === 'string'))
  const initialValue = { ...typed, _form: String(typed._form ?? '') }
  try {
    return data({ counted: countPb(await bytesOf(file)), initialValue })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const said = [tell(`refusal.${error.reason}`, error.params)]
    return data({ status: 'error', error: { file: said }, initialValue }, { status: statusOf(error) })
  }
}
