import { useLoaderData } from '@remix-run/react'
import { Details } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import {
  Below,
  PlaceEntries,
  PlaceProjects,
  Sources,
  usePlaceName,
} from '#app/components/pay/place-books.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { type PlaceBooks, placeBooks } from '#domain/deliver/payment/books/place-books.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<PlaceBooks>((t, { place, year }) => t('places.of', { name: place.name, year }))
export const loader = publicLoader(({ db, clock }, { placeId }, url) =>
  placeBooks(db, placeId!, url.searchParams.get('year'), dateOf(clock.now())),
)

const Formulas = () => {
  const t = useT()
  return (
    <Details summary={t('books.how')}>
      <p>{t('places.how.spent')}</p>
      <p>{t('places.how.income')}</p>
      <p>{t('places.how.each')}</p>
    </Details>
  )
}

/** 公开账本 of a district, a street or a community, and what was spent there for every head. */
export default function BooksOfPlace() {
  const t = useT()
  const f = useFormat()
  const nameOf = usePlaceName()
  const books = useLoaderData<typeof loader>()
  const { place, parent, year, years, below } = books
  const here = `/open-finance/places/${place.id}`
  const name = nameOf(place)
  return (
    <Page
      back={
        parent
          ? { to: `/open-finance/places/${parent.id}?year=${year}`, label: nameOf(parent) }
          : { to: '/open-finance', label: t('ledger.all') }
      }
      eyebrow={t('places.title')}
      title={t('places.of', { name, year })}
      lead={
        books.perHead === null
          ? t('places.lead.unknown', { paid: f.money(books.paid) })
          : t('places.lead', {
              paid: f.money(books.paid),
              people: f.number(place.population ?? 0),
              each: f.money(books.perHead),
            })
      }
    >
      <Links
        links={years.filter((y) => y !== year).map((y) => ({ to: `${here}?year=${y}`, label: String(y) }))}
      />
      {below.parts.length > 0 ? (
        <Section title={t(place.level === 'district' ? 'places.below.district' : 'places.below.street')}>
          <Below {...books} />
        </Section>
      ) : null}
      <Section title={t('places.income')} aside={f.money(books.brought)}>
        {books.income.length > 0 ? (
          <Sources
            text={t('places.income.chart', { name, year })}
            sources={books.income}
            total={books.brought}
          />
        ) : (
          <p className="quiet">{t('places.income.none')}</p>
        )}
        {books.incomes.length > 0 ? (
          <PlaceEntries
            summary={t('places.entries.income', { n: books.incomes.length })}
            entries={books.incomes}
          />
        ) : null}
      </Section>
      <Section title={t('places.spent')} aside={f.money(books.paid)}>
        {books.entries.length > 0 ? (
          <>
            <Sources
              text={t('places.spent.chart', { name, year })}
              sources={books.sources}
              total={books.paid}
            />
            <h3 className="mt-6">{t('places.projects')}</h3>
            <PlaceProjects projects={books.projects} />
            <PlaceEntries
              summary={t('places.entries.spent', { n: books.entries.length })}
              entries={books.entries}
            />
          </>
        ) : (
          <p className="quiet">{t('places.spent.none')}</p>
        )}
      </Section>
      <Formulas />
      <Links
        links={[
          { to: `${here}/file.csv?year=${year}`, label: t('books.csv') },
          { to: `/per-head?year=${year}`, label: t('per-head.title') },
        ]}
      />
    </Page>
  )
}
