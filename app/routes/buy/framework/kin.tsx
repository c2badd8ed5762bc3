import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { endKinForm, kinForm } from '#domain/buy/framework/forms.ts'
import { endKinship, kinPage, writeKinship } from '#domain/buy/framework/kinship.ts'

export const handle = titled('kin.title')
export const loader = pageLoader((ctx) => kinPage(ctx))
const goTo = () => '/desk/kin'
export const action = formActions({
  write: oneForm({ form: kinForm, run: writeKinship, goTo }),
  end: oneForm({ form: endKinForm, run: endKinship, goTo }),
})

/** 家属代办登记, at the committee or the station. */
export default function Kin() {
  const t = useT()
  const f = useFormat()
  const all = useLoaderData<typeof loader>()
  return (
    <Page narrow back={{ to: '/desk' }} title={t('kin.title')} lead={t('kin.lead')}>
      <Section plain title={t('kin.list')}>
        {all.length === 0 ? <Empty>{t('kin.none')}</Empty> : null}
        {all.map(({ id, name, agent, relation, consent, writtenAt }) => (
          <Section key={id} title={t('kin.say', { agent, name })} aside={f.day(writtenAt)}>
            <p>
              {relation} · {t(`kin.consent.${consent as 'paper'}`)}
            </p>
            <Form name="end" look="second" submit={t('kin.end')} hidden={{ kinshipId: id }} />
          </Section>
        ))}
      </Section>
      <Section title={t('kin.write')}>
        <Form name="write" submit={t('kin.write')}>
          <Field name="phone" kind="phone" label={t('kin.phone')} />
          <Field name="agentPhone" kind="phone" label={t('kin.agent-phone')} />
          <Field name="relation" label={t('kin.relation')} hint={t('kin.relation.hint')} />
          <Choices
            name="consent"
            legend={t('kin.consent')}
            options={(['in_person', 'phone', 'paper'] as const).map((value) => ({
              value,
              label: t(`kin.consent.${value}`),
            }))}
          />
        </Form>
      </Section>
    </Page>
  )
}
