import { useLoaderData } from '@remix-run/react'
import { useItems } from '#app/components/bid/asked-bidder.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { answerSupplement, readOwnSupplement } from '#domain/buy/evaluation/answer-supplement.ts'
import { supplementForm } from '#domain/buy/evaluation/ask-forms.ts'

export const handle = titled('supplement.title')
export const loader = pageLoader((ctx, { tenderId }) => readOwnSupplement(ctx, tenderId!))
const upload = async (file: File | undefined) =>
  file && { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) }
export const action = formAction({
  form: supplementForm,
  run: async (ctx, { words, file }, { tenderId }) =>
    answerSupplement(ctx, { tenderId: tenderId!, words, file: await upload(file) }),
  goTo: ({ id }) => `/tenders/${id}/supplement`,
})

export default function SupplementAsked() {
  const t = useT()
  const f = useFormat()
  const items = useItems()
  const { call, asked, open } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: `/tenders/${call.id}/opening`, label: call.title }}
      eyebrow={call.refNo}
      title={t('supplement.title')}
      lead={t('supplement.lead', { at: f.dateTime(asked.dueAt.getTime() - 1) })}
    >
      <Facts
        facts={[
          { term: t('supplement.items'), text: items(asked.items) },
          { term: t('supplement.wanted'), text: asked.wanted },
          ...(asked.words ? [{ term: t('supplement.said'), text: asked.words }] : []),
        ]}
      />
      {asked.answeredAt ? (
        <Note kind="done">
          {t(asked.withFile ? 'supplement.sent.file' : 'supplement.sent', {
            at: f.dateTime(asked.answeredAt),
          })}
        </Note>
      ) : null}
      {open || asked.answeredAt ? null : <Note kind="late">{t('refusal.supplement-over')}</Note>}
      {open ? (
        <Section title={t('supplement.give')} aside={t('supplement.give.hint')}>
          <Form files submit={t('supplement.do')}>
            <Field
              name="words"
              kind="long"
              rows={6}
              label={t('supplement.words')}
              hint={t('supplement.words.hint')}
            />
            <Field
              name="file"
              kind="file"
              optional
              label={t('supplement.file')}
              hint={t('bid.attachments.hint')}
              accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx"
            />
          </Form>
        </Section>
      ) : null}
    </Page>
  )
}
