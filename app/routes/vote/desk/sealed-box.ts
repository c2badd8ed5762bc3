import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { readBox } from '#domain/ask/vote/trustees/read-box.ts'

/** 密封选票: the box as a download, for its trustees. */
export const loader = async (args: LoaderFunctionArgs) => {
  const words = await pageLoader((ctx, { roundId = '' }) => readBox(ctx, roundId))(args)
  return new Response(words, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="box.txt"',
      'Cache-Control': 'no-store',
    },
  })
}
