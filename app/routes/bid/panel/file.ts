import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { savedFile } from '#app/http/saved-file.ts'
import { readAttachment } from '#domain/buy/evaluation/read-proposals.ts'

const read = pageLoader((ctx, { tenderId, proposalId, hash }) =>
  readAttachment(ctx, tenderId!, proposalId!, hash!),
)

/** One attachment, to a member who may read. */
export const loader = async (args: LoaderFunctionArgs) => savedFile(await read(args))
