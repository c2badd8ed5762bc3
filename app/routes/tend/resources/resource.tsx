import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Asking, Taken } from '#app/components/tend/asking.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { askBooking } from '#domain/tend/resources/ask-booking.ts'
import { bookingForm, emptyForm } from '#domain/tend/resources/forms.ts'
import { closeResource } from '#domain/tend/resources/list-resource.ts'
import { resourcePage } from '#domain/tend/resources/resource-pages.ts'

export const handle = titled<{ resource: { name: string } }>((_t, { resource }) => resource.name)
export const loader = pageLoader((ctx, { resourceId }) => resourcePage(ctx, resourceId!))
export const action = formActions({
  ask: oneForm({
    form: bookingForm,
    run: (ctx, input, p) => askBooking(ctx, { ...input, resourceId: p.resourceId! }),
    goTo: ({ id }) => `/bookings/${id}`,
  }),
  close: oneForm({
    form: emptyForm,
    run: (ctx, _, p) => closeResource(ctx, { resourceId: p.resourceId! }),
    goTo: () => '/desk/resources',
  }),
})

/** One thing that is lent: what it is, when it is taken, and how to ask for it. */
export default function Resource() {
  const t = useT()
  const shown = useLoaderData<typeof loader>()
  const { resource: r, taken, signedIn, keeps } = shown
  return (
    <Page
      narrow
      back={{ to: '/resources', label: t('resources.title') }}
      eyebrow={t(`resource.kind.${r.kind}`)}
      title={r.name}
      lead={r.words}
    >
      {r.listed ? null : <Note kind="wait">{t('resource.closed')}</Note>}
      <Facts
        facts={[
          { term: t('resource.owner'), text: r.owner },
          { term: t('resource.address'), text: r.address },
          {
            term: t('resource.when'),
            text:
              r.opens === null || r.closes === null
                ? t('resource.by-day')
                : t('resource.by-hour', { from: r.opens, to: r.closes }),
          },
          { term: t('resource.ref'), text: r.refNo },
        ]}
      />
      <Section title={t('resource.taken')}>
        <Taken taken={taken} />
      </Section>
      {r.listed ? (
        <Section title={t('booking.ask.title')}>
          {signedIn ? (
            <Asking {...shown} />
          ) : (
            <ButtonLink to={`/sign-in?to=/resources/${r.id}`}>{t('booking.sign-in')}</ButtonLink>
          )}
        </Section>
      ) : null}
      {keeps ? (
        <Form name="close" look="second" submit={t(r.listed ? 'resource.close' : 'resource.reopen')} />
      ) : null}
    </Page>
  )
}
