import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { drawFile } from '#domain/buy/evaluation/read-draw.ts'

const read = pageLoader((ctx, { tenderId }) => drawFile(ctx, tenderId!))

/** The record of a draw for whoever wants to draw again. */
export const loader = async (args: LoaderFunctionArgs) => Response.json(await read(args))
