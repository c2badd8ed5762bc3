import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { privatePhoto } from '#app/http/photo-bytes.server.ts'
import { careVisitPhoto } from '#domain/deliver/care/visit-page.ts'

const read = pageLoader((ctx, { orderId, fileId }) => careVisitPhoto(ctx, orderId!, fileId!))

/** One photograph of a visit at home, for the family, the community and who came. */
export const loader = async (args: LoaderFunctionArgs) => privatePhoto(await read(args))
