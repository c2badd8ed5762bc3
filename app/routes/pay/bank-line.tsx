import { useLoaderData } from '@remix-run/react'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { Refused } from '#app/components/refused.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { bankLinePage } from '#domain/deliver/payment/bank-page.ts'
import { matchBankLineForm, setAsideBankLineForm } from '#domain/deliver/payment/forms.ts'
import { matchBankLine, setAsideBankLine } from '#domain/deliver/payment/match-bank-line.ts'

export const handle = titled('bank.line.title')
export const loader = pageLoader((ctx, { lineId }) => bankLinePage(ctx, lineId!))
const goTo = () => '/desk/bank'
export const action = formActions({
  match: oneForm({
    form: matchBankLineForm,
    run: (ctx, said, { lineId }) => matchBankLine(ctx, { ...said, lineId: lineId! }),
    goTo,
  }),
  aside: oneForm({
    form: setAsideBankLineForm,
    run: (ctx, said, { lineId }) => setAsideBankLine(ctx, { ...said, lineId: lineId! }),
    goTo,
  }),
})

/** One line of the bank that did not agree by itself: say which payment it is of, and why. */
export default function BankLine() {
  const t = useT()
  const f = useFormat()
  const { line, list, candidates, setsAside } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/bank', label: t('bank.title') }}
      eyebrow={t('bank.line.of', { list, line: line.lineNo })}
      title={t('bank.line.title')}
      lead={line.why ? t(`bank.why.${line.why}`) : undefined}
    >
      {line.state === 'queued' ? null : <Refused of="match" />}
      {line.state === 'queued' && setsAside ? null : <Refused of="aside" />}
      <Facts
        facts={[
          { term: t('bank.column.no'), text: `${line.voucherYear} ${line.voucherNo}` },
          { term: t('bank.column.payee'), text: line.payeeName },
          { term: t('bank.column.amount'), text: <b className="num">{f.money(line.amount)}</b> },
          { term: t('bank.column.outcome'), text: t(`bank.outcome.${line.outcome}`) },
          { term: t('bank.column.receipt'), text: line.receiptNo },
          { term: t('bank.column.on'), text: f.day(line.on) },
          ...(line.reason ? [{ term: t('bank.column.reason'), text: line.reason }] : []),
        ]}
      />
      {line.state === 'queued' && candidates.length > 0 ? (
        <Section title={t('bank.match')}>
          <Form name="match" submit={t('bank.match.do')}>
            <Choices
              name="paymentId"
              legend={t('bank.match.which')}
              hint={t('bank.match.hint')}
              options={candidates.map((one) => ({
                value: one.id,
                label: `${one.refNo} ${one.payeeName}`,
                note: t('bank.match.of', { title: one.title, no: one.voucherNo ?? '' }),
              }))}
            />
            <Field name="reason" kind="long" rows={2} label={t('bank.match.reason')} />
          </Form>
        </Section>
      ) : null}
      {line.state === 'queued' && candidates.length === 0 ? <Note>{t('bank.match.none')}</Note> : null}
      {line.state === 'queued' && setsAside ? (
        <FormDetails form="aside" summary={t('bank.aside')}>
          <Form name="aside" submit={t('bank.aside.do')} look="second">
            <Field
              name="reason"
              kind="long"
              rows={2}
              label={t('bank.match.reason')}
              hint={t('bank.aside.hint')}
            />
          </Form>
        </FormDetails>
      ) : null}
      {line.settleReason ? <Note kind="done">{t('bank.settled', { reason: line.settleReason })}</Note> : null}
    </Page>
  )
}
