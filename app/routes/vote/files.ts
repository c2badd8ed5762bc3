import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { readFile } from '#domain/ask/vote/read-result.ts'

const types: Record<string, string> = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  pb: 'text/plain; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
}

/** 公开的选票: the files from which anybody recounts, as downloads. */
export const loader = async (args: LoaderFunctionArgs) => {
  const name = args.params.file ?? ''
  const words = await pageLoader((ctx, { roundId = '' }) => readFile(ctx, roundId, name))(args)
  const type = types[name.split('.')[1] ?? ''] ?? 'text/plain; charset=utf-8'
  return new Response(words, {
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` },
  })
}
