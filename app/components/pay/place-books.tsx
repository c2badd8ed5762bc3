import { useLang, useT } from '#app/i18n/use-t.ts'
import type { Place, PlaceBooks } from '#domain/deliver/payment/books/place-books.ts'
import { BarChart } from '../ask/bar-chart.tsx'
import { Details } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'
import { useSource } from './books.tsx'

export const usePlaceName = () => {
  const lang = useLang()
  return ({ name, nameEn }: Pick<Place, 'name' | 'nameEn'>) => (lang === 'en' ? (nameEn ?? name) : name)
}

type SourcesProps = { text: string; sources: PlaceBooks['income']; total: number }
/** Bars and the table of the same figures, by source. */
export const Sources = ({ text, sources, total }: SourcesProps) => {
  const t = useT()
  const f = useFormat()
  const sourceOf = useSource()
  const share = (amount: number) => (total > 0 ? amount / total : 0)
  const rows = sources.map(({ source, amount }) => ({
    key: source,
    cells: [sourceOf(source), f.percent(share(amount)), <Money key="m" fen={amount} />],
  }))
  return (
    <>
      <BarChart
        text={text}
        bars={sources.map(({ source, amount }) => ({
          label: sourceOf(source),
          share: Math.max(0, share(amount)),
          said: f.percent(share(amount)),
        }))}
      />
      <Table
        caption={text}
        captionHidden
        columns={[
          { head: t('books.income.source') },
          { head: t('books.share') },
          { head: t('books.amount'), money: true },
        ]}
        rows={[
          ...rows,
          { key: 'total', sum: true, cells: [t('books.total'), '', <Money key="m" fen={total} />] },
        ]}
      />
    </>
  )
}

/** 按项目: what each project cost here. */
export const PlaceProjects = ({ projects }: Pick<PlaceBooks, 'projects'>) => {
  const t = useT()
  return (
    <Table
      caption={t('places.projects')}
      captionHidden
      columns={[{ head: t('books.project') }, { head: t('places.paid'), money: true }]}
      rows={projects.map(({ planId, title, amount }) => ({
        key: planId ?? '',
        cells: [
          planId ? (
            <a key="t" href={`/open/ledger?plan=${planId}`}>
              {title}
            </a>
          ) : (
            title
          ),
          <Money key="m" fen={amount} />,
        ],
      }))}
    />
  )
}

type EntriesProps = { summary: string; entries: PlaceBooks['entries'] }
/** Every entry behind a figure: what of it falls to this place, the whole of it, and its paper. */
export const PlaceEntries = ({ summary, entries }: EntriesProps) => {
  const t = useT()
  const f = useFormat()
  const sourceOf = useSource()
  const rows = entries.map((one) => ({
    key: one.id,
    cells: [
      <span key="w">
        {t(`ledger.kind.${one.kind}`)}
        <span className="quiet small block">{one.project}</span>
      </span>,
      f.day(one.at),
      sourceOf(one.source),
      <Money key="m" fen={one.amount} />,
      <Money key="a" fen={one.whole} />,
      <a key="p" href={one.href}>
        {one.no || t('ledger.voucher')}
      </a>,
    ],
  }))
  return (
    <Details summary={summary}>
      <Table
        caption={summary}
        captionHidden
        columns={[
          { head: t('books.what') },
          { head: t('books.date') },
          { head: t('books.income.source') },
          { head: t('places.part'), money: true },
          { head: t('places.whole'), money: true },
          { head: t('books.paper') },
        ]}
        rows={rows}
      />
    </Details>
  )
}

/** Each part of a place beside the others: its people, what was spent there, and what that is for every head. */
export const Below = ({ below, place, year, paid, perHead }: PlaceBooks) => {
  const t = useT()
  const f = useFormat()
  const nameOf = usePlaceName()
  const head = (each: number | null) => (each === null ? t('places.unknown') : <Money key="e" fen={each} />)
  const most = Math.max(1, ...below.parts.map((part) => part.perHead ?? 0))
  const known = below.parts.filter((part) => part.perHead !== null)
  const row = (one: { id: string; name: string; population: number | null }, sum: number) => [
    <a key="n" href={`/open-finance/places/${one.id}?year=${year}`}>
      {one.name}
    </a>,
    one.population === null ? t('places.unknown') : f.number(one.population),
    <Money key="p" fen={sum} />,
  ]
  return (
    <>
      {known.length > 0 ? (
        <BarChart
          text={t('places.below.chart')}
          bars={known.map((part) => ({
            label: nameOf(part),
            share: (part.perHead ?? 0) / most,
            said: f.money(part.perHead ?? 0),
          }))}
        />
      ) : (
        <p className="quiet">{t('places.none')}</p>
      )}
      <Table
        caption={t('places.below.chart')}
        captionHidden
        columns={[
          { head: t('places.place') },
          { head: t('places.people') },
          { head: t('places.paid'), money: true },
          { head: t('places.each'), money: true },
        ]}
        rows={[
          ...below.parts.map((part) => ({
            key: part.id,
            cells: [...row({ ...part, name: nameOf(part) }, part.paid), head(part.perHead)],
          })),
          ...(below.shared === 0
            ? []
            : [
                {
                  key: 'shared',
                  cells: [t('places.shared'), '—', <Money key="p" fen={below.shared} />, '—'],
                },
              ]),
          {
            key: 'sum',
            sum: true,
            cells: [
              t('books.total'),
              place.population === null ? t('places.unknown') : f.number(place.population),
              <Money key="p" fen={paid} />,
              head(perHead),
            ],
          },
        ]}
      />
    </>
  )
}
