import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { paperScan } from '#domain/deliver/supervision/visit/check-paper.ts'

const read = pageLoader((ctx, { checkId }) => paperScan(ctx, checkId!))

/** The paper a centre drew, to that centre alone: always saved, never shown inside the page. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { bytes, mime, name } = await read(args)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
