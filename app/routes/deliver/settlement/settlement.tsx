import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { SettlementActs } from '#app/components/pay/settlement-acts.tsx'
import { SettlementVouchers, useClaimFacts } from '#app/components/pay/settlement-facts.tsx'
import { SettlementLines, settlementLook } from '#app/components/pay/settlement-lines.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { bytesOf } from '#app/http/sent-file.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import * as pay from '#domain/deliver/payment/forms.ts'
import {
  approveSettlement,
  checkSettlement,
  returnSettlement,
} from '#domain/deliver/settlement/decide-settlement.ts'
import { correctForm, returnForm } from '#domain/deliver/settlement/forms.ts'
import {
  bounceSettlement,
  confirmSettlement,
  correctSettlement,
  submitSettlement,
} from '#domain/deliver/settlement/pay-settlement.ts'
import { type SettlementPage, settlementPage } from '#domain/deliver/settlement/settlement-page.ts'

export const handle = titled<SettlementPage>((t, { claim }) => t('settlement.one', { no: claim.refNo }))
export const loader = pageLoader((ctx, { settlementId }) => settlementPage(ctx, settlementId!))

const on = formsOf(
  ({ settlementId = '' }) => ({ settlementId }),
  ({ id }: { id: string }) => `/desk/settlements/${id}`,
)
export const action = formActions({
  check: on(pay.checkPaymentForm, checkSettlement),
  approve: on(pay.approvePaymentForm, approveSettlement),
  return: on(returnForm, returnSettlement),
  submit: on(pay.voucherForm, async (ctx, { scanFile, ...voucher }) =>
    submitSettlement(ctx, { ...voucher, scan: await bytesOf(scanFile) }),
  ),
  confirm: on(pay.confirmPaymentForm, confirmSettlement),
  bounce: on(pay.bouncePaymentForm, bounceSettlement),
  correct: on(correctForm, correctSettlement),
})

export default function Settlement() {
  const t = useT()
  const page = useLoaderData<typeof loader>()
  const { claim, framework, vouchers } = page
  const facts = useClaimFacts(page)
  return (
    <Page
      back={{ to: '/desk/settlements', label: t('settlement.title') }}
      eyebrow={<a href={`/frameworks/${framework.id}`}>{framework.title}</a>}
      title={t('settlement.one', { no: claim.refNo })}
      lead={<Tag kind={settlementLook[claim.state]}>{t(`settlement.state.${claim.state}`)}</Tag>}
    >
      {claim.reason ? <Note kind="late">{t('care.reason', { reason: claim.reason })}</Note> : null}
      {page.differs.map((words) => (
        <Note key={words} kind="late">
          {t('paper-check.differs', { words })}
        </Note>
      ))}
      <Facts facts={facts} />
      <SettlementActs page={page} />
      {vouchers.length > 0 ? <SettlementVouchers page={page} /> : null}
      <Section title={t('settlement.lines')}>
        <SettlementLines page={page} />
      </Section>
    </Page>
  )
}
