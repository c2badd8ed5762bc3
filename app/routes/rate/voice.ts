import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { ratingVoice } from '#domain/rate/rating/hear-rating.ts'

const read = pageLoader((ctx, { ratingId }) => ratingVoice(ctx, ratingId!))

/** The recording of a rating, for those who may hear it: played inside their page, or saved. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { bytes, mime, name } = await read(args)
  const headers = {
    'Content-Type': mime,
    'Cache-Control': 'private, no-store',
    'Content-Disposition': `attachment; filename="${name}"`,
  }
  return new Response(new Uint8Array(bytes), { headers })
}
