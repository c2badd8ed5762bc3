import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { ratingPhoto } from '#domain/rate/rating/ratings-page.ts'

const read = pageLoader((ctx, { ratingId }) => ratingPhoto(ctx, ratingId!))
const headers = {
  'Content-Type': 'image/jpeg',
  'Cache-Control': 'private, no-store',
  'Content-Disposition': 'inline',
}

/** The photograph of a rating, for those who may read it. */
export const loader = async (args: LoaderFunctionArgs) =>
  new Response(new Uint8Array(await read(args)), { headers })
