import { useLoaderData } from '@remix-run/react'
import { LowPriceFigures } from '#app/components/bid/low-price-figures.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { lowPriceWordsForm } from '#domain/buy/evaluation/ask-forms.ts'
import { explainLowPrice, readOwnAsk } from '#domain/buy/evaluation/explain-low-price.ts'

export const handle = titled('low-price.title')
export const loader = pageLoader((ctx, { tenderId }) => readOwnAsk(ctx, tenderId!))
const upload = async (file: File | undefined) =>
  file && { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
export const action = formAction({
  form: lowPriceWordsForm,
  run: async (ctx, { words, file }, { tenderId }) =>
    explainLowPrice(ctx, { tenderId: tenderId!, words, file: await upload(file) }),
  goTo: ({ id }) => `/tenders/${id}/low-price`,
})

export default function LowPriceAsked() {
  const t = useT()
  const f = useFormat()
  const { call, price, figures, ask, open } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}/opening`, label: call.title }}
      eyebrow={call.refNo}
      title={t('low-price.title')}
      lead={t('low-price.lead', { at: f.dateTime(ask.dueAt.getTime() - 1) })}
    >
      <Facts
        facts={[
          { term: t('opening.price'), text: <Money fen={price} /> },
          { term: t('low-price.why'), text: <LowPriceFigures figures={figures} /> },
          ...(ask.words ? [{ term: t('low-price.said'), text: ask.words }] : []),
        ]}
      />
      {ask.answeredAt ? (
        <Note kind="done">
          {t(ask.withFile ? 'low-price.sent.file' : 'low-price.sent', { at: f.dateTime(ask.answeredAt) })}
        </Note>
      ) : null}
      {open || ask.answeredAt ? null : <Note kind="late">{t('refusal.low-price-reply-over')}</Note>}
      {open ? (
        <Section title={t('low-price.explain')} aside={t('low-price.explain.hint')}>
          <Form files submit={t('low-price.do')}>
            <Field
              name="words"
              kind="long"
              rows={8}
              label={t('low-price.words')}
              hint={t('low-price.words.hint')}
            />
            <Field
              name="file"
              kind="file"
              optional
              label={t('low-price.file')}
              hint={t('bid.attachments.hint')}
              accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
            />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
