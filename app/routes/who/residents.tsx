import { useLoaderData } from '@remix-run/react'
import { FormDetails } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { ageBands } from '#db/vocabulary.ts'
import { residentForm, rollForm } from '#domain/who/residents/forms.ts'
import { noteResident, noteRoll, residentsPage } from '#domain/who/residents/note-residents.ts'

export const handle = titled('residents.title')
export const loader = pageLoader((ctx) => residentsPage(ctx))
const goTo = () => '/desk/residents'
export const action = formActions({
  one: oneForm({ form: residentForm, run: noteResident, goTo }),
  roll: oneForm({ form: rollForm, run: noteRoll, goTo }),
})

/** 居民登记, at the desk of the committee or the station. */
export default function Residents() {
  const t = useT()
  const { community, grids, n, aged, old } = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk' }}
      eyebrow={community}
      title={t('residents.title')}
      lead={t('residents.lead')}
    >
      <Facts
        facts={[
          { term: t('residents.n'), text: t('residents.people', { n }) },
          { term: t('residents.aged'), text: t('residents.people', { n: aged }) },
          { term: t('residents.old'), text: t('residents.people', { n: old }) },
        ]}
      />
      <Section title={t('residents.one')}>
        <Form name="one" submit={t('residents.one.do')}>
          <Field name="phone" kind="phone" label={t('register.phone')} short />
          <Field
            name="name"
            kind="text"
            label={t('register.calling')}
            hint={t('residents.name')}
            optional
            short
          />
          <Field
            name="ageBand"
            kind="select"
            label={t('care.age')}
            options={ageBands.map((band) => ({ value: band, label: t(`care.age.${band}`) }))}
          />
          <Field
            name="gridId"
            kind="select"
            label={t('level.grid')}
            options={grids.map(({ id, name }) => ({ value: id, label: name }))}
            optional
          />
        </Form>
      </Section>
      <FormDetails form="roll" summary={t('residents.roll')}>
        <Form name="roll" submit={t('residents.roll.do')}>
          <Field
            name="rows"
            kind="long"
            rows={8}
            label={t('residents.rows')}
            hint={t('residents.rows.hint')}
          />
        </Form>
      </FormDetails>
    </Page>
  )
}
