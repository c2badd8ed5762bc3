import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { readFile } from '#domain/ask/deliberation/attach-file.ts'

const read = pageLoader((ctx, { id = '', fileId = '' }) => readFile(ctx, { meetingId: id, fileId }))

/** One paper of a meeting: always saved, never shown inside the page. */
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
