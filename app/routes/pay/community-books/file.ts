import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { translator } from '#app/i18n/index.ts'
import { quarterPage } from '#domain/treasury/community-books/quarter.ts'
import { quarterCsv } from '#domain/treasury/community-books/quarter-csv.ts'

const t = translator('zh-CN')
const words: Parameters<typeof quarterCsv>[1] = {
  head: [
    t('book.csv.quarter'),
    t('book.csv.book'),
    t('book.csv.owner'),
    t('book.kind'),
    t('book.csv.step'),
    t('book.number'),
    t('book.on'),
    t('book.what'),
    t('book.csv.amount'),
  ],
  side: (side) => t(`book.side.${side}`),
  kind: (kind) => t(`book.kind.${kind}`),
  step: (step) => (step === 'taken' ? t('book.csv.taken') : t(`book.${step}`)),
}
const read = pageLoader(async ({ db, clock }, { id }, url) => {
  const page = await quarterPage(db, id!, url.searchParams.get('quarter'), clock.now())
  return { csv: quarterCsv(page, words), name: `community-books-${page.quarter}.csv` }
})

/** 账本下载: the same figures as the page, entry by entry. */
export const loader = async (args: LoaderFunctionArgs) => {
  const { csv, name } = await read(args)
  const headers = {
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${name}"`,
  }
  return new Response(csv, { headers })
}
