import type { LoaderFunctionArgs } from '@remix-run/node'
import { gapsCsv } from '#app/http/gaps-file.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { preferences } from '#app/http/preferences.server.ts'
import { translator } from '#app/i18n/index.ts'
import { gapMap } from '#domain/open/gaps/gap-map.ts'

const read = pageLoader(({ db, clock }, _params, url) =>
  gapMap(db, Object.fromEntries(url.searchParams), clock.now()),
)
const headers = {
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': 'attachment; filename="gaps.csv"',
}

/** 下载: the cells of the map as text, in the reader's language. */
export const loader = async (args: LoaderFunctionArgs) => {
  const map = await read(args)
  return new Response(gapsCsv(map, translator((await preferences(args.request)).lang)), { headers })
}
