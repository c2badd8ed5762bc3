import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { savedFile } from '#app/http/saved-file.ts'
import { readSupplementFile } from '#domain/buy/evaluation/read-explanation.ts'

const read = pageLoader((ctx, { tenderId, proposalId }) => readSupplementFile(ctx, tenderId!, proposalId!))

/** The paper a bidder supplied, to a member who may read. */
export const loader = async (args: LoaderFunctionArgs) => savedFile(await read(args))
