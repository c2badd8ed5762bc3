import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { readSent } from '#domain/ask/suggestion/read-sent.ts'

const read = pageLoader((ctx, { refNo = '', file = '' }) => readSent(ctx, refNo, file))

/** A photograph or the recording of an ask, for whose turn it is; a recording is played inside their page, or saved. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { bytes, mime, name, spoken } = await read(args)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `${spoken ? 'attachment' : 'inline'}; filename="${name}"`,
    },
  })
}
