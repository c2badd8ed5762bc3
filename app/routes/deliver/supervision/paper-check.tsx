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
import { checkPaper, paperCheckPage } from '#domain/deliver/supervision/visit/check-paper.ts'
import { voucherCheckForm } from '#domain/deliver/supervision/visit/forms.ts'

type Shown = Awaited<ReturnType<typeof paperCheckPage>>
export const handle = titled('voucher-check.title')
export const loader = pageLoader((ctx, { checkId }) => paperCheckPage(ctx, checkId!))
export const action = formAction({
  form: voucherCheckForm,
  run: (ctx, typed, { checkId }) => checkPaper(ctx, { ...typed, checkId: checkId! }),
  goTo: ({ id }) => `/desk/visits/papers/${id}`,
})

/** What stands on the paper: an entry of a community's book, or the voucher of a month of orders. */
const usePaperFacts = ({ entry, voucher, claim }: Shown) => {
  const t = useT()
  const f = useFormat()
  const ofEntry = entry
    ? [
        { term: t('book.what'), text: entry.title },
        { term: t('book.amount'), text: f.money(entry.amount) },
        { term: t('book.kind'), text: t(`book.kind.${entry.kind}`) },
        { term: t('book.on'), text: f.day(entry.on) },
        { term: t('book.voucher'), text: entry.voucherNo },
      ]
    : []
  const ofVoucher = voucher
    ? [
        { term: t('voucher-check.amount'), text: f.money(voucher.amount) },
        { term: t('voucher-check.dated'), text: f.date(voucher.dated) },
        { term: t('voucher-check.tail'), text: voucher.accountTail },
      ]
    : []
  const ofClaim = claim
    ? [
        { term: t('settlement.month'), text: claim.month },
        { term: t('settlement.orders'), text: f.number(claim.orders) },
        { term: t('voucher-check.asked'), text: f.money(claim.amount) },
        { term: t('voucher-check.invoice'), text: claim.invoiceNo },
      ]
    : []
  return [...ofEntry, ...ofVoucher, ...ofClaim]
}

/** 凭证核对 of what stands beside contracts: a community's own book, a month of orders. */
export default function PaperCheck() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const facts = usePaperFacts(page)
  const paper = (
    <a key="scan" href={`/desk/visits/papers/${page.id}/scan`}>
      {t('voucher.scan')}
    </a>
  )
  return (
    <Page
      narrow
      back={{ to: `/desk/visits?month=${page.month}`, label: t('inspection.plans.title') }}
      eyebrow={page.title}
      title={t(page.entry ? 'inspection.paper.book' : 'inspection.paper.month', { no: page.no })}
      lead={page.mayCheck ? t('paper-check.lead') : <VoucherCheckTag state={page.state} />}
    >
      <Facts
        facts={[
          ...facts,
          ...(page.scan ? [{ term: t('voucher.scan'), text: paper }] : []),
          ...(page.words ? [{ term: t('voucher-check.words'), text: page.words }] : []),
        ]}
      />
      {page.mayCheck ? <CheckVerdict note={t('paper-check.differ.note')} /> : null}
    </Page>
  )
}
