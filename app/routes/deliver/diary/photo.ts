import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { privatePhoto } from '#app/http/photo-bytes.server.ts'
import { photoOf } from '#domain/deliver/diary/diary-page.ts'

const read = pageLoader((ctx, { contractId, fileId }) => photoOf(ctx, contractId!, fileId!))

/** One photograph of the diary, for those who may read it. */
export const loader = async (args: LoaderFunctionArgs) => privatePhoto(await read(args))
