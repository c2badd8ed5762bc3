import type { LoaderFunctionArgs } from '@remix-run/node'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { translator } from '#app/i18n/index.ts'
import type { LedgerAccount, LedgerKind } from '#db/vocabulary.ts'
import { ledgerCsv } from '#domain/deliver/payment/ledger-csv.ts'
import { ledgerPage } from '#domain/deliver/payment/ledger-page.ts'

const t = translator('zh-CN')
const words = {
  head: [
    t('ledger.at'),
    t('ledger.what'),
    t('finance.project'),
    t('payment.part'),
    t('ledger.account'),
    t('ledger.amount'),
    t('ledger.voucher'),
    t('ledger.no'),
  ],
  kind: (kind: LedgerKind) => t(`ledger.kind.${kind}`),
  account: (account: LedgerAccount) => t(`ledger.account.${account}`),
}
const read = pageLoader(async ({ db }, _params, url) => ledgerCsv((await ledgerPage(db, url)).rows, words))
const headers = {
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': 'attachment; filename="ledger.csv"',
}

/** 台账下载: the same entries as the page, one posting a row. */
export const loader = async (args: LoaderFunctionArgs) => new Response(await read(args), { headers })
