import { useLoaderData } from '@remix-run/react'
import { Details } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import {
  Costs,
  Declared,
  Gifts,
  Income,
  MissingYears,
  Projects,
  Receipts,
} from '#app/components/pay/books.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { type OrgBooks, orgBooks } from '#domain/deliver/payment/books/org-books.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled<OrgBooks>((t, { body, year }) => t('books.of', { name: body.name, year }))
export const loader = publicLoader(({ db, clock }, { partyId }, url) =>
  orgBooks(db, partyId!, url.searchParams.get('year'), dateOf(clock.now())),
)

const Formulas = () => {
  const t = useT()
  return (
    <Details summary={t('books.how')}>
      <p>{t('books.how.income')}</p>
      <p>{t('books.how.gifts')}</p>
      <p>{t('books.how.management')}</p>
    </Details>
  )
}

export default function Books() {
  const t = useT()
  const f = useFormat()
  const books = useLoaderData<typeof loader>()
  const { body, year, years, statement, inspection } = books
  const here = `/orgs/${body.id}/books`
  const silent = body.kind !== 'organisation' ? 'not' : books.due ? 'none' : 'later'
  return (
    <Page
      back={{ to: `/orgs/${body.id}`, label: body.name }}
      eyebrow={t('books.title')}
      title={t('books.of', { name: body.name, year })}
      lead={t('books.lead')}
    >
      <MissingYears missing={books.missing} />
      <Links
        links={years.filter((y) => y !== year).map((y) => ({ to: `${here}?year=${y}`, label: String(y) }))}
      />
      <Section title={t('books.income')} aside={f.money(books.total)}>
        <Income {...books} />
        <Receipts receipts={books.receipts} />
      </Section>
      <Section title={t('books.projects')}>
        <Projects projects={books.projects} />
      </Section>
      <Section title={t('books.gifts')}>
        <Gifts gifts={books.gifts} />
      </Section>
      <Section title={t('books.costs')}>
        {statement ? <Costs {...statement} /> : <p className="quiet">{t(`books.costs.${silent}`)}</p>}
      </Section>
      {statement ? (
        <Section title={t('books.declared')}>
          <Declared statement={statement} />
        </Section>
      ) : null}
      <Facts
        facts={[
          {
            term: t('books.inspection'),
            text: inspection
              ? `${t(`standing.result.${inspection.result}`)} ${f.date(inspection.concludedOn)}`
              : t('books.inspection.none'),
          },
        ]}
      />
      <Formulas />
      <Links links={[{ to: `${here}/file.csv?year=${year}`, label: t('books.csv') }]} />
    </Page>
  )
}
