import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { translator } from '#app/i18n/index.ts'
import { dateOf } from '#domain/dates.ts'
import { placeBooks } from '#domain/deliver/payment/books/place-books.ts'
import { placeCsv } from '#domain/deliver/payment/books/place-csv.ts'

const t = translator('zh-CN')
const words: Parameters<typeof placeCsv>[1] = {
  head: [
    t('books.year'),
    t('places.csv.place'),
    t('books.csv.part'),
    t('books.income.source'),
    t('books.what'),
    t('books.project'),
    t('books.date'),
    t('books.paper'),
    t('places.part'),
    t('places.whole'),
  ],
  income: t('places.income'),
  spent: t('places.spent'),
  source: (source) =>
    source === 'co_fund' || source === 'gift' ? t(`books.source.${source}`) : t(`budget.source.${source}`),
  kind: (kind) => t(`ledger.kind.${kind}`),
}
const read = pageLoader(async ({ db, clock }, { placeId }, url) =>
  placeCsv(await placeBooks(db, placeId!, url.searchParams.get('year'), dateOf(clock.now())), words),
)
const headers = {
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': 'attachment; filename="place-books.csv"',
}

/** 账本下载: the same figures as the page, each entry with its share of this place. */
export const loader = async (args: LoaderFunctionArgs) => new Response(await read(args), { headers })
