import type { Translate } from '#app/i18n/index.ts'
import { cell, yuan } from '#domain/csv.ts'
import { inYuan } from '#domain/money.ts'
import type { GapMap } from '#domain/open/gaps/gap-map.ts'
import { listSheet, sheetOf } from './list-sheet.server.ts'

type Map = GapMap
/** A row for each place and kind of service, as the page shows its cells. */
const cellsOf = ({ rows, kinds }: Map) =>
  rows.flatMap((row) => kinds.map(({ category }) => ({ row, category, ...row.cells[category] })))

export const gapsSheet = (read: Parameters<typeof listSheet<Map>>[0]['read']) =>
  listSheet<Map>({
    read,
    name: ({ year }) => `gaps-${year}`,
    sheets: (map, t) => [
      sheetOf(t('gaps.map'), cellsOf(map), [
        [t('gaps.place'), ({ row }) => row.name, 24],
        [t('gaps.kind'), ({ category }) => t(`category.${category}`), 20],
        [t('gaps.state'), ({ state }) => t(`gaps.state.${state}`), 20],
        [t('gaps.waiting'), ({ waiting }) => waiting],
        [t('gaps.serving'), ({ serving }) => serving],
        [t('gaps.before'), ({ before }) => before],
        [t('gaps.money'), ({ money }) => inYuan(money)],
        [t('gaps.people'), ({ row }) => row.population],
        [t('gaps.per-head'), ({ perHead }) => (perHead === null ? null : inYuan(perHead))],
      ]),
    ],
  })

/** The same as text for any program, in 元 with two decimals, UTF-8 with a mark. */
export function gapsCsv(map: Map, t: Translate): string {
  const head = [
    'place',
    'kind',
    'state',
    'waiting',
    'serving',
    'before',
    'money',
    'people',
    'per-head',
  ] as const
  const lines = cellsOf(map).map(({ row, category, state, waiting, serving, before, money, perHead }) =>
    [
      ...[row.name, t(`category.${category}`), t(`gaps.state.${state}`)].map(cell),
      ...[waiting, serving, before, yuan(money), row.population ?? ''],
      perHead === null ? '' : yuan(perHead),
    ].join(','),
  )
  return `\ufeff${[head.map((name) => cell(t(`gaps.${name}`))).join(','), ...lines].join('\r\n')}\r\n`
}
