import { useLoaderData } from '@remix-run/react'
import { Choices } from '#app/components/choices.tsx'
import { Opinions } from '#app/components/deliver/opinions.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { acceptancePage } from '#domain/deliver/acceptance/acceptance-page.ts'
import { signAcceptanceForm } from '#domain/deliver/acceptance/forms.ts'
import { signAcceptance } from '#domain/deliver/acceptance/sign-acceptance.ts'

export const handle = titled('acceptance.sign.title')
export const loader = pageLoader((ctx, { acceptanceId }) => acceptancePage(ctx, acceptanceId!))
export const action = formAction({
  form: signAcceptanceForm,
  run: (ctx, said, { acceptanceId }) => signAcceptance(ctx, { ...said, acceptanceId: acceptanceId! }),
  goTo: ({ id }) => `/desk/acceptances/${id}`,
})

export default function SignAcceptance() {
  const t = useT()
  const f = useFormat()
  const a = useLoaderData<typeof loader>()
  const claimedOf = ({ id, unit, target }: { id: string; unit: string; target: number }) => {
    const value = a.readings.find((r) => r.id === id)?.value ?? null
    const claimed = value === null ? t('indicator.unread') : `${f.number(value)} ${unit}`
    return { claimed, target: `${f.number(target)} ${unit}` }
  }
  return (
    <Page
      narrow
      back={{ to: `/desk/acceptances/${a.id}`, label: t('acceptance.title') }}
      eyebrow={a.milestone.title}
      title={t('acceptance.sign.title')}
      lead={t('acceptance.sign.lead')}
    >
      <Section
        title={t('opinion.title')}
        aside={t('acceptance.heard', { n: a.opinions, required: a.required })}
      >
        <Opinions sum={a} />
        <p className="quiet">{t('acceptance.sign.rule', { n: a.satisfactionMin })}</p>
      </Section>
      <Form submit={t('acceptance.sign.submit')}>
        {a.indicators.map((i, at) => (
          <div key={i.id} className="field">
            <input type="hidden" name={`items[${at}].indicatorId`} value={i.id} />
            <Choices
              name={`items[${at}].asClaimed`}
              legend={t('acceptance.item', { name: i.name })}
              hint={t('acceptance.item.hint', claimedOf(i))}
              options={[
                { value: 'yes', label: t('acceptance.item.yes') },
                { value: 'no', label: t('acceptance.item.no') },
              ]}
            />
          </div>
        ))}
        <Choices
          name="met"
          legend={t('acceptance.sign.question')}
          options={[
            { value: 'met', label: t('acceptance.met'), note: t('acceptance.met.note') },
            { value: 'not', label: t('acceptance.not-met'), note: t('acceptance.not-met.note') },
          ]}
        />
        <Field
          name="words"
          kind="long"
          rows={5}
          label={t('acceptance.words')}
          hint={t('acceptance.words.hint')}
        />
      </Form>
    </Page>
  )
}
