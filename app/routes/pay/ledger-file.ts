import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { isKey, translator } from '#app/i18n/index.ts'
import { ledgerCsv } from '#domain/deliver/payment/ledger-csv.ts'
import { ledgerPage } from '#domain/deliver/payment/ledger-page.ts'

const t = translator('zh-CN')
const word = (key: string, plain: string) => (isKey(key) ? t(key) : plain)
const words = {
  head: [
    t('ledger.at'),
    t('ledger.what'),
    t('finance.project'),
    t('payment.part'),
    t('ledger.account'),
    t('ledger.amount'),
    t('ledger.voucher'),
    t('payment.ref'),
  ],
  kind: (kind: string) => word(`ledger.kind.${kind}`, kind),
  account: (account: string) => word(`ledger.account.${account}`, account),
}
const read = pageLoader(async ({ db }, _params, url) => ledgerCsv((await ledgerPage(db, url)).rows, words))
const headers = {
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': 'attachment; filename="ledger.csv"',
}

/** 台账下载: the same entries as the page, one posting a row. */
export const loader = async (args: LoaderFunctionArgs) => new Response(await read(args), { headers })
