import { useLang, useT } from '#app/i18n/use-t.ts'
import { categories } from '#db/vocabulary.ts'
import type { Cell, CellState, GapMap, GapRow } from '#domain/open/gaps/gap-map.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'
import { Tag, type TagKind } from '../tag.tsx'

type Category = (typeof categories)[number]
const tags: Record<CellState, TagKind> = {
  gap: 'wait',
  partly: 'live',
  served: 'done',
  before: 'plain',
  unrecorded: 'plain',
}
export const useNameOf = () => {
  const lang = useLang()
  return ({ name, nameEn }: { name: string; nameEn: string | null }) =>
    lang === 'en' ? (nameEn ?? name) : name
}

const Count = ({ n, to, some, none }: { n: number; to: string; some: string; none: string }) =>
  n > 0 ? <a href={to}>{some}</a> : <span className="quiet">{none}</span>

/** Nought means that nothing is on record, and says so. */
const Sum = ({ fen, unknown }: { fen: number | null; unknown: string | null }) => {
  const t = useT()
  if (fen) return <Money fen={fen} />
  return <span className="quiet">{(fen === null && unknown) || t('gaps.no-money')}</span>
}

/** The needs behind a cell: of a community the list itself, of a street its communities first. */
const needsOf = ({ level, id }: GapRow, category: Category) =>
  level === 'street'
    ? `/gaps?street=${id}&category=${category}`
    : `/needs?community=${id}&category=${category}`

type Links = { needs: string; services: string }
/** What every table says of a cell, column by column, each figure leading to what is behind it. */
const useFigures = () => {
  const t = useT()
  return ({ state, waiting, serving, before, money, perHead }: Cell, { needs, services }: Links) => [
    <Tag key="state" kind={tags[state]}>
      {t(`gaps.state.${state}`)}
    </Tag>,
    <Count
      key="waiting"
      n={waiting}
      to={needs}
      some={t('gaps.n.needs', { n: waiting })}
      none={t('gaps.no-needs')}
    />,
    <Count
      key="serving"
      n={serving + before}
      to={services}
      some={t(serving > 0 ? 'gaps.n.services' : 'gaps.n.before', { n: serving || before })}
      none={t('gaps.no-services')}
    />,
    <Sum key="money" fen={money} unknown={null} />,
    <Sum key="head" fen={perHead} unknown={t('gaps.no-people')} />,
  ]
}
const useHeads = () => {
  const t = useT()
  return [
    { head: t('gaps.state') },
    { head: t('gaps.waiting') },
    { head: t('gaps.serving') },
    { head: t('gaps.money'), money: true },
    { head: t('gaps.per-head'), money: true },
  ]
}

/** Every kind of service over all places shown, with how many bodies are registered for it. */
export const KindTable = ({ kinds, street }: Pick<GapMap, 'kinds' | 'street'>) => {
  const t = useT()
  const figures = useFigures()
  const [state, waiting, serving, ...money] = useHeads()
  const at = street ? `&street=${street}` : ''
  return (
    <Table
      caption={t('gaps.kinds')}
      captionHidden
      columns={[{ head: t('gaps.kind') }, state!, waiting!, serving!, { head: t('gaps.bodies') }, ...money]}
      rows={kinds.map((k) => {
        const needs = street ? `/gaps?category=${k.category}${at}` : `/needs?category=${k.category}`
        const services = `/showcase?category=${k.category}${street ? `&place=${street}` : ''}`
        const [stands, asked, served, ...sums] = figures(k, { needs, services })
        return {
          key: k.category,
          cells: [
            <a key="kind" href={`/gaps?category=${k.category}${at}`}>
              {t(`category.${k.category}`)}
            </a>,
            ...[stands, asked, served],
            k.bodies > 0 ? t('gaps.n.bodies', { n: k.bodies }) : t('gaps.no-bodies'),
            ...sums,
          ],
        }
      })}
    />
  )
}

/** One kind of service, place by place. */
export const PlaceTable = ({ rows, category }: { rows: readonly GapRow[]; category: Category }) => {
  const t = useT()
  const nameOf = useNameOf()
  const figures = useFigures()
  const heads = useHeads()
  return (
    <Table
      caption={t(`category.${category}`)}
      columns={[{ head: t('gaps.place') }, ...heads]}
      rows={rows.map((row) => ({
        key: row.id,
        cells: [
          nameOf(row),
          ...figures(row.cells[category], {
            needs: needsOf(row, category),
            services: `/showcase?place=${row.id}&category=${category}`,
          }),
        ],
      }))}
    />
  )
}

/** One place: each kind of service with something on record, and the rest by name. */
export const PlaceSection = ({ row }: { row: GapRow }) => {
  const t = useT()
  const nameOf = useNameOf()
  const figures = useFigures()
  const heads = useHeads()
  const known = categories.filter((c) => row.cells[c].state !== 'unrecorded')
  const rest = categories.filter((c) => row.cells[c].state === 'unrecorded')
  return (
    <Section id={row.id} title={nameOf(row)}>
      {known.length > 0 ? (
        <Table
          caption={nameOf(row)}
          captionHidden
          columns={[{ head: t('gaps.kind') }, ...heads]}
          rows={known.map((c) => ({
            key: c,
            cells: [
              t(`category.${c}`),
              ...figures(row.cells[c], {
                needs: needsOf(row, c),
                services: `/showcase?place=${row.id}&category=${c}`,
              }),
            ],
          }))}
        />
      ) : (
        <p className="quiet">{t('gaps.nothing')}</p>
      )}
      {known.length > 0 && rest.length > 0 ? (
        <p className="small quiet">
          {t('gaps.unrecorded', { kinds: rest.map((c) => t(`category.${c}`)).join(t('ask.comma')) })}
        </p>
      ) : null}
    </Section>
  )
}
