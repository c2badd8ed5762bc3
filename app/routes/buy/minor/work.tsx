import { useLoaderData } from '@remix-run/react'
import { MinorFacts, QuoteFields } from '#app/components/buy/minor-facts.tsx'
import { Whence } from '#app/components/buy/whence.tsx'
import { FormDetails, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { SaidOfWork } from '#app/components/rate/appraised.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Tag } from '#app/components/tag.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { giveQuote } from '#domain/buy/minor/call-quotes.ts'
import { signWork } from '#domain/buy/minor/choose-quote.ts'
import { cancelForm, plainForm, quoteForm, reportForm } from '#domain/buy/minor/forms.ts'
import { reportPart } from '#domain/buy/minor/pay-parts.ts'
import { declineWork } from '#domain/buy/minor/set-aside.ts'
import { workPage } from '#domain/buy/minor/work-page.ts'
import { dateOf } from '#domain/dates.ts'
import { appraisalsOfWork } from '#domain/rate/appraisal/read-appraisals.ts'

export const handle = titled<{ work: { title: string } }>((_t, { work }) => work.title)
export const loader = pageLoader(async (ctx, { workId }) => ({
  ...(await workPage(ctx, workId!)),
  appraised: await appraisalsOfWork(ctx.db, workId!, dateOf(ctx.clock.now())),
}))
const on = formsOf(
  ({ workId = '' }) => ({ workId }),
  ({ id }: { id: string }) => `/minor-works/${id}`,
)
export const action = formActions({
  quote: on(quoteForm, giveQuote),
  sign: on(plainForm, signWork),
  decline: on(cancelForm, declineWork),
  report: on(reportForm, reportPart),
})

export default function MinorWork() {
  const t = useT()
  const f = useFormat()
  const shown = useLoaderData<typeof loader>()
  const { work, may, sent, parts } = shown
  const next = parts.find((p) => p.state === 'planned')
  return (
    <Page
      back={{ to: '/minor-works', label: t('minor.title') }}
      eyebrow={t('minor.eyebrow', { no: work.refNo })}
      title={work.title}
      lead={<Tag kind="live">{t(`minor.state.${work.state}`)}</Tag>}
    >
      <MinorFacts {...shown} />
      <Whence plan={shown.plan} />
      <SaidOfWork appraised={shown.appraised} />
      {may.quote ? (
        <Section title={t('minor.quote.give')}>
          {sent ? <Note kind="done">{t('minor.quote.again', { at: f.dateTime(sent) })}</Note> : null}
          <Form name="quote" submit={t('minor.quote.give')}>
            <QuoteFields />
          </Form>
        </Section>
      ) : null}
      {may.sign ? (
        <Section title={t('minor.sign')} aside={t('minor.sign.hint')}>
          <Form name="sign" submit={t('minor.sign')} />
        </Section>
      ) : null}
      {may.decline ? (
        <FormDetails form="decline" summary={t('minor.decline')}>
          <Form name="decline" look="danger" submit={t('minor.decline')}>
            <Field name="reason" kind="long" rows={2} label={t('minor.cancel.reason')} />
          </Form>
        </FormDetails>
      ) : null}
      {may.report && next ? (
        <Section title={t('minor.report')} aside={next.title}>
          <Form name="report" submit={t('minor.report')} hidden={{ partId: next.id }} />
        </Section>
      ) : null}
    </Page>
  )
}
