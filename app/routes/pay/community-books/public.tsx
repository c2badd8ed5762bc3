import { useLoaderData } from '@remix-run/react'
import { Links } from '#app/components/entry.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { BookLines, BookSummary } from '#app/components/pay/community-book-tables.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { type QuarterPage, quarterPage } from '#domain/treasury/community-books/quarter.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<QuarterPage>((t, { place }) => t('book.public.of', { place: place.name }))
export const loader = publicLoader(({ db, clock }, { id }, url) =>
  quarterPage(db, id!, url.searchParams.get('quarter'), clock.now()),
)

const useQuarter = () => {
  const t = useT()
  return (quarter: string) => t('book.quarter', { year: quarter.slice(0, 4), n: quarter.slice(5) })
}

/** 居务公开: what the committee and the station took in and spent, quarter by quarter, each on its own. */
export default function PublicBooks() {
  const t = useT()
  const lang = useLang()
  const said = useQuarter()
  const { place, quarters, quarter, runs, books } = useLoaderData<typeof loader>()
  const name = lang === 'en' ? (place.nameEn ?? place.name) : place.name
  return (
    <Page
      back={{ to: `/communities/${place.id}`, label: name }}
      title={t('book.public.title')}
      lead={t(runs ? 'book.public.runs' : 'book.public.over', { quarter: said(quarter) })}
    >
      <nav aria-label={t('book.quarters')} className="links">
        {quarters.map((one) => (
          <a
            key={one}
            className="hit"
            aria-current={one === quarter ? 'page' : undefined}
            href={`/communities/${place.id}/books?quarter=${one}`}
          >
            {said(one)}
          </a>
        ))}
      </nav>
      {books.map((book) => (
        <Section key={book.side} title={t(`book.side.${book.side}`)} aside={book.owner}>
          <p className="quiet">{t(`book.side.${book.side}.say`)}</p>
          <BookSummary kinds={book.kinds} />
          <BookLines lines={book.lines} />
        </Section>
      ))}
      <p className="quiet small mt-4">{t('book.public.how')}</p>
      <Links
        links={[
          { to: `/communities/${place.id}/books/file.csv?quarter=${quarter}`, label: t('book.csv') },
          { to: '/oversight', label: t('oversight.public.title') },
        ]}
      />
    </Page>
  )
}
