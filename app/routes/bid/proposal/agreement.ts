import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { readAgreement } from '#domain/buy/proposal/consortium/agreement-copy.ts'

const read = pageLoader((ctx, { memberId }) => readAgreement(ctx, memberId!))

/** The agreement of a consortium, to a party of it: always saved, never shown inside the page. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { bytes, mime, hash, name } = await read(args)
  const plain = `${hash.slice(0, 8)}.${name.split('.').at(-1)}`
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}
