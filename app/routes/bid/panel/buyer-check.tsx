import { useLoaderData } from '@remix-run/react'
import { ConditionChoices } from '#app/components/bid/condition-choices.tsx'
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
import { buyerChecksForm } from '#domain/buy/evaluation/ask-forms.ts'
import { checkByBuyer, readBuyerCheck } from '#domain/buy/evaluation/buyer-check.ts'

export const handle = titled('buyer-check.title')
export const loader = pageLoader((ctx, { tenderId }) => readBuyerCheck(ctx, tenderId!))
export const action = formAction({
  form: buyerChecksForm,
  run: (ctx, input, { tenderId }) => checkByBuyer(ctx, { ...input, tenderId: tenderId! }),
  goTo: ({ id }) => `/desk/tenders/${id}/qualification`,
})

type Came = Awaited<ReturnType<typeof readBuyerCheck>>['proposals'][number]
const Standing = ({ p }: { p: Came }) => {
  const t = useT()
  const f = useFormat()
  return (
    <>
      {p.hard.length > 0 ? (
        <Note kind="late">
          {t('panel.qualification.hard', { list: p.hard.map((g) => t(`ground.${g}`)).join('；') })}
        </Note>
      ) : null}
      <Facts
        facts={[
          { term: t('buyer-check.uscc'), text: p.uscc ?? t('fact.none') },
          { term: t('buyer-check.year'), text: p.registeredYear ?? t('fact.none') },
          { term: t('fact.grade'), text: p.grade ?? t('fact.none') },
          { term: t('buyer-check.lead-until'), text: p.lead ? f.day(p.lead) : t('fact.none') },
          { term: t('fact.integrity'), text: t(p.integrity ? 'fact.yes' : 'fact.none') },
        ]}
      />
    </>
  )
}
const Given = ({ p: { checked } }: { p: Came }) => {
  const t = useT()
  if (!checked) return null
  if (checked.failed.length === 0) return <Note kind="done">{t('buyer-check.done')}</Note>
  const list = checked.failed.join('、')
  return <Note kind="late">{t('buyer-check.failed', { list, words: checked.words ?? '' })}</Note>
}

export default function BuyerCheck() {
  const t = useT()
  const { call, opened, proposals } = useLoaderData<typeof loader>()
  const given = proposals.some((p) => p.checked)
  const asking = opened && !given && call.state === 'opened'
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${call.id}/opening`, label: call.title }}
      title={t('buyer-check.title')}
      lead={t('buyer-check.lead')}
    >
      {opened ? null : <Note kind="wait">{t('buyer-check.not-opened')}</Note>}
      <Form
        submit={asking ? t('buyer-check.do') : undefined}
        hidden={Object.fromEntries(proposals.map((p, at) => [`checks[${at}].proposalId`, p.id]))}
      >
        {proposals.map((p, at) => (
          <Section key={p.id} title={p.name}>
            <Standing p={p} />
            <Given p={p} />
            {asking ? (
              <>
                <ConditionChoices name={`checks[${at}].failed`} conditions={call.qualification} />
                <Field
                  name={`checks[${at}].words`}
                  kind="long"
                  rows={2}
                  optional
                  label={t('panel.qualification.words')}
                />
              </>
            ) : null}
          </Section>
        ))}
      </Form>
    </Page>
  )
}
