import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { readScan } from '#domain/deliver/payment/voucher-scan.ts'

const read = pageLoader((ctx, { paymentId, voucherId }) =>
  readScan(ctx, { paymentId: paymentId!, voucherId: voucherId! }),
)

/** The scan of a voucher, to those who check and pay: always saved, never shown inside the page. */
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
