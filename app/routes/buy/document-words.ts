import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { readVersionText } from '#domain/buy/tender/versions.ts'

const read = pageLoader((ctx, { tenderId, version }) =>
  readVersionText(ctx, tenderId!, /^\d{1,4}$/.test(version ?? '') ? Number(version) : -1),
)

/** The bytes a version's fingerprint is of: whoever hashes them finds the same number. */
export const loader = async (args: LoaderFunctionArgs) =>
  new Response(await read(args), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${args.params.tenderId}-${args.params.version}.json"`,
    },
  })
