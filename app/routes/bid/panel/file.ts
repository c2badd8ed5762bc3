import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { readAttachment } from '#domain/buy/evaluation/read-proposals.ts'

const read = pageLoader((ctx, { tenderId, proposalId, hash }) =>
  readAttachment(ctx, tenderId!, proposalId!, hash!),
)

/** One attachment, to a member who may read: always saved, never shown inside the page, and its name says nothing. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { bytes, mime, hash, name } = await read(args)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="${hash.slice(0, 8)}.${name.split('.').at(-1)}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}
