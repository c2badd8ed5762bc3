import { useLoaderData } from '@remix-run/react'
import { heatName } from '#app/components/ask/heat-name.ts'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { categories, heatDecisions } from '#db/vocabulary.ts'
import { decideHeat } from '#domain/ask/suggestion/decide-heat.ts'
import { decideHeatForm } from '#domain/ask/suggestion/forms.ts'
import { readOneHeat } from '#domain/ask/suggestion/read-heat.ts'

export const handle = titled('topics.title')
export const loader = pageLoader((ctx, { key = '' }) => readOneHeat(ctx, key))
export const action = formAction({
  form: decideHeatForm,
  run: (ctx, input, { key = '' }) => decideHeat(ctx, { ...input, key }),
  goTo: ({ needId }) => (needId ? `/desk/needs/${needId}` : '/desk/topics'),
})

export default function Topic() {
  const t = useT()
  const f = useFormat()
  const heat = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/topics', label: t('topics.title') }}
      title={heatName(t, heat)}
      lead={t('topic.one.lead', { place: heat.gridName ?? heat.communityName, n: heat.ids.length })}
    >
      {heat.kind === 'grid_event' ? <Note>{t('topics.suggests')}</Note> : null}
      <Facts
        facts={[
          { term: t('topic.refs'), text: heat.refNos.join(t('ask.comma')) },
          { term: t('suggestion.asked'), text: t('topics.since', { date: f.day(heat.since) }) },
        ]}
      />
      <Form submit={t('topic.submit')}>
        <Choices
          name="decision"
          legend={t('topic.decision')}
          options={heatDecisions.map((value) => ({
            value,
            label: t(`topic.decision.${value}`),
            note: t(`topic.decision.${value}.note`),
          }))}
        />
        <Field name="title" label={t('topic.name')} hint={t('need.title.hint')} />
        <Field
          name="category"
          kind="select"
          label={t('need.category')}
          fallback={heat.category}
          optional
          options={categories.map((c) => ({ value: c, label: t(`category.${c}`) }))}
        />
        <Field name="reason" kind="long" rows={2} label={t('ask.reason')} />
      </Form>
    </Page>
  )
}
