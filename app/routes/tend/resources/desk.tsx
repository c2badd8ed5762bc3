import { useLoaderData } from '@remix-run/react'
import { FormDetails } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { BookingList } from '#app/components/tend/booking-list.tsx'
import { ResourceList } from '#app/components/tend/resource-list.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { resourceKinds } from '#db/vocabulary.ts'
import { resourceForm } from '#domain/tend/resources/forms.ts'
import { listResource } from '#domain/tend/resources/list-resource.ts'
import { resourceDesk } from '#domain/tend/resources/resource-pages.ts'

export const handle = titled('resources.desk')
export const loader = pageLoader((ctx) => resourceDesk(ctx))
export const action = formActions({
  list: oneForm({
    form: resourceForm,
    run: (ctx, input) => listResource(ctx, input),
    goTo: () => '/desk/resources',
  }),
})

const hours = Array.from({ length: 25 }, (_, h) => ({ value: String(h), label: `${h}:00` }))

/** What a body lends, who asks for it, and putting something on the list. */
export default function ResourceDesk() {
  const t = useT()
  const { resources, bookings } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/resources', label: t('resources.title') }} title={t('resources.desk')}>
      <Section title={t('resources.bookings')}>
        <BookingList bookings={bookings} />
      </Section>
      <Section title={t('resources.own')}>
        <ResourceList resources={resources} />
      </Section>
      <FormDetails form="list" summary={t('resource.list')}>
        <Form name="list" submit={t('resource.list.do')}>
          <Choices
            name="kind"
            legend={t('resource.kind')}
            options={resourceKinds.map((value) => ({ value, label: t(`resource.kind.${value}`) }))}
          />
          <Field name="name" label={t('resource.name')} />
          <Field name="words" kind="long" rows={2} label={t('resource.words')} />
          <Field name="address" label={t('resource.address')} />
          <Field
            name="opens"
            kind="select"
            optional
            label={t('resource.opens')}
            hint={t('resource.opens.hint')}
            options={hours.slice(0, -1)}
          />
          <Field name="closes" kind="select" optional label={t('resource.closes')} options={hours.slice(1)} />
        </Form>
      </FormDetails>
    </Page>
  )
}
