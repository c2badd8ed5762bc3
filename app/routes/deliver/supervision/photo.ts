import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { privatePhoto } from '#app/http/photo-bytes.server.ts'
import { visitPhoto } from '#domain/deliver/supervision/visit/visit-page.ts'

const read = pageLoader((ctx, { visitId, fileId }) => visitPhoto(ctx, visitId!, fileId!))

/** One photograph of a visit, for the centre that made it. */
export const loader = async (args: LoaderFunctionArgs) => privatePhoto(await read(args))
