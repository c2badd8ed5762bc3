import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { savedFile } from '#app/http/saved-file.ts'
import { readExplanationFile } from '#domain/buy/evaluation/read-explanation.ts'

const read = pageLoader((ctx, { tenderId, proposalId }) => readExplanationFile(ctx, tenderId!, proposalId!))

/** The paper that came with the explanation of a very low price, to a member who may read. */
export const loader = async (args: LoaderFunctionArgs) => savedFile(await read(args))
