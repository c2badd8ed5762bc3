import { useLoaderData } from '@remix-run/react'
import { CriteriaTable } from '#app/components/buy/criteria-table.tsx'
import { TenderWordsOf } from '#app/components/buy/tender-words.tsx'
import { Details, Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { reviewForm } from '#domain/buy/tender/review-forms.ts'
import { reviewTender } from '#domain/buy/tender/review-tender.ts'
import { reviewDesk } from '#domain/buy/tender/tender-desk.ts'

export const handle = titled('review.title')
export const loader = pageLoader((ctx, { tenderId }) => reviewDesk(ctx, tenderId!))
export const action = formAction({
  form: reviewForm,
  run: (ctx, input, { tenderId }) => reviewTender(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/desk/tenders/${id}`,
})

type Item = Awaited<ReturnType<typeof reviewDesk>>['items'][number]
const Answer = ({ item: { code, source, mayNotApply } }: { item: Item }) => {
  const t = useT()
  const says = ['yes', 'no', ...(mayNotApply ? (['na'] as const) : [])] as const
  return (
    <div className="border-t border-hair py-4">
      <Choices
        name={`says.${code}`}
        legend={t(`review.item.${code as 'budget'}`)}
        hint={source}
        options={says.map((value) => ({ value, label: t(`review.says.${value}`) }))}
      />
      <Field name={`notes.${code}`} optional label={t('review.note')} />
    </div>
  )
}

export default function Review() {
  const t = useT()
  const { desk, kind, items } = useLoaderData<typeof loader>()
  const { tender } = desk
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${tender.id}`, label: tender.title }}
      eyebrow={kind ? t(`review.kind.${kind}`) : tender.refNo}
      title={t('review.title')}
      lead={t('review.lead')}
    >
      <Details summary={t('tender.requirement')}>
        <TenderWordsOf tender={tender} />
      </Details>
      <Details summary={t('criteria.title')}>
        <CriteriaTable criteria={tender.criteria} caption={tender.method.basis} />
      </Details>
      {kind ? (
        <Form submit={t('review.do')} hidden={{ kind }}>
          {items.map((item) => (
            <Answer key={item.code} item={item} />
          ))}
          <Field name="opinion" kind="long" rows={3} label={t('review.opinion')} />
        </Form>
      ) : (
        <Note kind="done">{t('review.done')}</Note>
      )}
    </Page>
  )
}
