import type { Translate } from '#app/i18n/index.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { categories } from '#db/vocabulary.ts'
import type { Cell, CellState, GapRow } from '#domain/open/gaps/gap-map.ts'

const [TILE, ROW, HEAD, WIDE] = [36, 62, 24, 360]
const LEFT = (WIDE - TILE * categories.length) / 2
export const cellStates = ['gap', 'partly', 'served', 'before', 'unrecorded'] as const satisfies CellState[]
/** Told apart by words and by line as well as by colour. */
const looks = {
  gap: { box: 'fill-wheat stroke-wheat', word: 'fill-white' },
  partly: { box: 'fill-wheat-tint stroke-wheat', word: 'fill-ink' },
  served: { box: 'fill-bamboo-tint stroke-bamboo', word: 'fill-ink' },
  before: { box: 'fill-card stroke-rule', word: 'fill-ink' },
  unrecorded: { box: 'fill-paper stroke-hair', word: 'fill-ink' },
} as const satisfies Record<CellState, { box: string; word: string }>

const tileWord = (t: Translate, { state, waiting, serving }: Cell) =>
  t(`gaps.tile.${state}`, { n: state === 'served' ? serving : waiting })

const Tiles = ({ row, at }: { row: GapRow; at: number }) => {
  const t = useT()
  const lang = useLang()
  const top = HEAD + at * ROW
  return (
    <g>
      <text x={LEFT} y={top + 15} fontSize="13" className="fill-ink">
        {lang === 'en' ? (row.nameEn ?? row.name) : row.name}
      </text>
      {categories.map((category, i) => {
        const cell = row.cells[category]
        const { box, word } = looks[cell.state]
        const x = LEFT + i * TILE
        return (
          <g key={category}>
            <rect x={x + 1} y={top + 22} width={TILE - 2} height="32" rx="3" className={box} />
            <text x={x + TILE / 2} y={top + 42} fontSize="12" textAnchor="middle" className={word}>
              {tileWord(t, cell)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** 缺口图: a row for each place, a tile for each kind of service; the tables under it say the same. */
export const GapTiles = ({ rows }: { rows: readonly GapRow[] }) => {
  const t = useT()
  return (
    <figure className="extra m-0 max-w-form">
      <svg
        className="w-full"
        viewBox={`0 0 ${WIDE} ${HEAD + rows.length * ROW}`}
        role="img"
        aria-label={t('gaps.map.say')}
      >
        {categories.map((category, i) => (
          <text
            key={category}
            x={LEFT + i * TILE + TILE / 2}
            y="14"
            fontSize="10"
            textAnchor="middle"
            className="fill-ink"
          >
            {t(`gaps.short.${category}`)}
          </text>
        ))}
        {rows.map((row, at) => (
          <Tiles key={row.id} row={row} at={at} />
        ))}
      </svg>
      <figcaption className="small quiet">
        {cellStates.map((state) => (
          <span key={state} className="block">
            {t(`gaps.legend.${state}`)}
          </span>
        ))}
      </figcaption>
    </figure>
  )
}
