import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { translator } from '#app/i18n/index.ts'
import { dateOf } from '#domain/dates.ts'
import { booksCsv } from '#domain/deliver/payment/books/books-csv.ts'
import { orgBooks } from '#domain/deliver/payment/books/org-books.ts'

const t = translator('zh-CN')
const words: Parameters<typeof booksCsv>[1] = {
  head: [
    t('books.year'),
    t('books.csv.part'),
    t('books.csv.item'),
    t('books.what'),
    t('books.date'),
    t('books.paper'),
    t('ledger.amount'),
  ],
  part: (part) => t(`books.part.${part}`),
  source: (source) =>
    source === 'co_fund' || source === 'gift' ? t(`books.source.${source}`) : t(`budget.source.${source}`),
  kind: (kind) => t(`ledger.kind.${kind}`),
  gift: (step) => t(`books.gift.${step}`),
  cost: (kind) => t(`books.cost.${kind}`),
  declared: (kind) => t(`books.${kind}`),
}
const read = pageLoader(async ({ db, clock }, { partyId }, url) =>
  booksCsv(await orgBooks(db, partyId!, url.searchParams.get('year'), dateOf(clock.now())), words),
)
const headers = {
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': 'attachment; filename="books.csv"',
}

/** 账本下载: the same figures as the page, each with the entry it comes from. */
export const loader = async (args: LoaderFunctionArgs) => new Response(await read(args), { headers })
