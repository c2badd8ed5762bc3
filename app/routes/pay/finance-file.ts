import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { translator } from '#app/i18n/index.ts'
import { dateOf } from '#domain/dates.ts'
import { financeCsv } from '#domain/deliver/payment/books/finance-csv.ts'
import { financePage } from '#domain/deliver/payment/ledger-page.ts'

const t = translator('zh-CN')
const words: Parameters<typeof financeCsv>[1] = {
  head: [t('finance.csv.part'), t('finance.csv.name'), t('finance.csv.item'), t('ledger.amount')],
  projects: t('finance.projects'),
  lines: t('finance.lines'),
  price: t('finance.price'),
  amount: t('finance.amount'),
  account: (account) => t(`ledger.account.${account}`),
}
const read = pageLoader(async ({ db, clock }) =>
  financeCsv(await financePage(db, dateOf(clock.now())), words),
)
const headers = {
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': 'attachment; filename="open-finance.csv"',
}

/** 下载: the figures of the page of all accounts. */
export const loader = async (args: LoaderFunctionArgs) => new Response(await read(args), { headers })
