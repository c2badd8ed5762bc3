import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { manifestOfVersion } from '#domain/ask/vote/versions.ts'

/** 清单: the very bytes whose SHA-256 is the seal of a version. */
export const loader = async (args: LoaderFunctionArgs) => {
  const words = await pageLoader((ctx, { roundId = '', version = '' }) =>
    manifestOfVersion(ctx.db, roundId, Number(version)),
  )(args)
  return new Response(words, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="manifest-${Number(args.params.version)}.json"`,
    },
  })
}
