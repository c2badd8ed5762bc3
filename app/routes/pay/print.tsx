import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Official } from '#app/components/open/official.tsx'
import { Page } from '#app/components/page.tsx'
import { PaymentEvidence } from '#app/components/pay/payment-facts.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { type PaymentPage, paymentPage } from '#domain/deliver/payment/payment-page.ts'

export const handle = titled('payment.print.title')
export const loader = pageLoader(async (ctx, { paymentId = '' }, url) => ({
  page: await paymentPage(ctx, paymentId),
  paper: await paperAt(ctx, 'payment', paymentId, url),
}))
export const action = issueAction('payment', 'paymentId', (p) => `/desk/payments/${p.paymentId}/print`)

const Beside = ({ words, small }: { words: string; small: string }) => (
  <>
    {words}
    <span className="small block">{small}</span>
  </>
)
/** The voucher that lives: its number and day, how it is paid and from which account. */
const Live = ({ live }: { live: PaymentPage['vouchers'][number] }) => {
  const t = useT()
  const f = useFormat()
  const payer = 'payerTail' in live && live.payerTail ? `${t('payment.print.payer')} ${live.payerTail}` : ''
  const kind = live.kind ? t(`voucher.kind.${live.kind}`) : ''
  return <Beside words={`${live.no} ${f.day(live.dated)}`} small={`${kind} ${payer}`} />
}

/** 支付申请表: one A4 page for the payment centre, with room to sign. */
export default function PrintPayment() {
  const t = useT()
  const f = useFormat()
  const { page, paper } = useLoaderData<typeof loader>()
  const live = page.vouchers.filter((v) => !v.returnedAt).at(-1)
  return (
    <Page back={{ to: `/desk/payments/${page.id}` }} eyebrow={page.refNo} title={t('payment.print.title')}>
      <Official paper={paper}>
        <Facts
          facts={[
            { term: t('payment.print.buyer'), text: page.buyer },
            { term: t('payment.print.line'), text: `${page.contract.title} ${page.contract.refNo}` },
            { term: t('payment.part'), text: page.part.title },
            {
              term: t('payment.amount'),
              text: (
                <>
                  <b className="num">{f.money(page.amount)}</b> <b>{page.inWords}</b>
                </>
              ),
            },
            {
              term: t('payment.payee'),
              text: <Beside words={page.payeeName} small={`${t('payment.account')} ${page.accountTail}`} />,
            },
            { term: t('payment.invoice'), text: page.invoiceNo },
            ...(live ? [{ term: t('payment.voucher.no'), text: <Live live={live} /> }] : []),
            ...(page.applicationHash
              ? [
                  {
                    term: t('payment.print.hash'),
                    text: <span className="hash small">{page.applicationHash}</span>,
                  },
                ]
              : []),
            ...(page.receiptNo ? [{ term: t('payment.receipt'), text: page.receiptNo }] : []),
          ]}
        />
        <PaymentEvidence page={page} />
        <Table
          caption={t('payment.steps')}
          columns={[
            { head: t('payment.print.step') },
            { head: t('payment.print.who') },
            { head: t('payment.print.date') },
            { head: t('payment.print.sign') },
          ]}
          rows={page.steps.map(({ step, at, by }) => ({
            key: step,
            cells: [t(`payment.step.${step}`), at ? by : '', at ? f.dateTime(at) : '', ''],
          }))}
        />
        <p className="quiet small mt-4">{t('payment.print.foot', { no: page.refNo })}</p>
      </Official>
    </Page>
  )
}
