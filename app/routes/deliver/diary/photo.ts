import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { photoOf } from '#domain/deliver/diary/diary-page.ts'

const read = pageLoader((ctx, { contractId, fileId }) => photoOf(ctx, contractId!, fileId!))
const headers = {
  'Content-Type': 'image/jpeg',
  'Cache-Control': 'private, no-store',
  'Content-Disposition': 'inline',
}

/** One photograph of the diary, for those who may read it. */
export const loader = async (args: LoaderFunctionArgs) =>
  new Response(new Uint8Array(await read(args)), { headers })
