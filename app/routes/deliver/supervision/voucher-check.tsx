import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { CheckVerdict } from '#app/components/deliver/check-verdict.tsx'
import { VoucherCheckTag } from '#app/components/deliver/visit-plan.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { checkVoucher } from '#domain/deliver/supervision/visit/check-voucher.ts'
import { voucherCheckForm } from '#domain/deliver/supervision/visit/forms.ts'
import { voucherCheckPage } from '#domain/deliver/supervision/visit/visit-page.ts'

export const handle = titled('voucher-check.title')
export const loader = pageLoader((ctx, { checkId }) => voucherCheckPage(ctx, checkId!))
export const action = formAction({
  form: voucherCheckForm,
  run: (ctx, typed, { checkId }) => checkVoucher(ctx, { ...typed, checkId: checkId! }),
  goTo: ({ id }) => `/desk/visits/vouchers/${id}`,
})

export default function VoucherCheck() {
  const t = useT()
  const f = useFormat()
  const { voucher, payment, ...v } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/desk/visits?month=${v.month}`, label: t('inspection.plans.title') }}
      eyebrow={v.title}
      title={t('inspection.voucher.no', { year: voucher.year, no: voucher.no })}
      lead={v.mayCheck ? t('voucher-check.lead') : <VoucherCheckTag state={v.state} />}
    >
      <Facts
        facts={[
          ...(voucher.amount === null
            ? []
            : [{ term: t('voucher-check.amount'), text: f.money(voucher.amount) }]),
          { term: t('voucher-check.asked'), text: f.money(payment.amount) },
          { term: t('contract.supplier'), text: v.supplier },
          { term: t('voucher-check.payee'), text: payment.payeeName },
          { term: t('voucher-check.tail'), text: voucher.accountTail },
          { term: t('voucher-check.invoice'), text: payment.invoiceNo },
          { term: t('voucher-check.dated'), text: f.date(voucher.dated) },
          {
            term: t('voucher-check.payment'),
            text: <a href={`/desk/payments/${payment.id}`}>{payment.refNo}</a>,
          },
          ...(v.words ? [{ term: t('voucher-check.words'), text: v.words }] : []),
          ...(v.findingId
            ? [
                {
                  term: t('inspection.finding'),
                  text: <a href={`/desk/findings/${v.findingId}`}>{t('finding.one')}</a>,
                },
              ]
            : []),
        ]}
      />
      {v.mayCheck ? <CheckVerdict note={t('voucher-check.differ.note')} /> : null}
    </Page>
  )
}
