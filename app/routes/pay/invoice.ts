import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { readInvoice } from '#domain/deliver/payment/invoice-file.ts'

const read = pageLoader((ctx, { paymentId }) => readInvoice(ctx, paymentId!))

/** The invoice of a payment, to those who ask, check and pay: always saved, never shown inside the page. */
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
