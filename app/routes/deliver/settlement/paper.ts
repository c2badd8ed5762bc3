import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { settlementPaper } from '#domain/deliver/settlement/settlement-page.ts'

const read = pageLoader((ctx, { settlementId, paper }) => settlementPaper(ctx, settlementId!, paper!))

/** Invoice or voucher scan of a claim, to those who check and pay: always saved, never shown inside the page. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { bytes, mime, name } = await read(args)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
