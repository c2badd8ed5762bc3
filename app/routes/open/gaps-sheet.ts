import { gapsSheet } from '#app/http/gaps-file.server.ts'
import { gapMap } from '#domain/open/gaps/gap-map.ts'

/** 导出 Excel: the cells of the map, one a row. */
export const loader = gapsSheet(({ db, clock }, _params, url) =>
  gapMap(db, Object.fromEntries(url.searchParams), clock.now()),
)
