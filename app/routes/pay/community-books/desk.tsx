import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Links } from '#app/components/entry.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { BookEntries, BookLeft } from '#app/components/pay/community-book-tables.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { booksPage } from '#domain/treasury/community-books/book-page.ts'

export const handle = titled('book.title')
export const loader = pageLoader((ctx) => booksPage(ctx))

/** 居委会账、服务站账: each book apart, with what waits to be approved on top. */
export default function Books() {
  const t = useT()
  const { books } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('book.title')} lead={t('book.lead')}>
      {books.map((book) => (
        <Section key={book.ownerId} title={t(`book.side.${book.side}`)} aside={book.owner}>
          <BookLeft left={book.left} />
          {book.enters ? <ButtonLink to="/desk/books/new">{t('book.new')}</ButtonLink> : null}
          <BookEntries entries={book.entries} />
          <Links links={[{ to: `/communities/${book.placeId}/books`, label: t('book.public.go') }]} />
        </Section>
      ))}
    </Page>
  )
}
