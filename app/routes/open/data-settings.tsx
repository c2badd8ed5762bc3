import { useLoaderData } from '@remix-run/react'
import { Tick } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formAction } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { profileForm } from '#domain/open/ocds/forms.ts'
import { readSettings } from '#domain/open/ocds/read-settings.ts'
import { setProfile } from '#domain/open/ocds/set-profile.ts'

export const handle = titled('data.set.title')
export const loader = pageLoader((ctx) => readSettings(ctx))
export const action = formAction({ form: profileForm, run: setProfile, goTo: () => '/desk/open-data' })

export default function DataSettings() {
  const t = useT()
  const { profile, releases } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('data.set.title')} lead={t('data.set.lead')} back={{ to: '/desk' }}>
      <Section title={t('data.set.now', { n: profile.version })} aside={t('data.set.count', { n: releases })}>
        <p>
          {t('data.prefix', { prefix: profile.prefix })}{' '}
          {t(profile.registered ? 'data.prefix.registered' : 'data.prefix.not')}
        </p>
        <Form submit={t('data.set.save')}>
          <Field
            name="prefix"
            label={t('data.set.prefix')}
            hint={t('data.set.prefix.hint')}
            fallback={profile.prefix}
          />
          <Tick name="registered">{t('data.set.registered')}</Tick>
          <Field name="publisher" label={t('data.set.publisher')} fallback={profile.publisher} />
          <Field
            name="origin"
            label={t('data.set.origin')}
            hint={t('data.set.origin.hint')}
            fallback={profile.origin}
          />
        </Form>
      </Section>
    </Page>
  )
}
