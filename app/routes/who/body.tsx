import { useLoaderData } from '@remix-run/react'
import { Links } from '#app/components/entry.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { BodyFile } from '#app/components/who/body-file.tsx'
import { KeepForms } from '#app/components/who/body-keep-forms.tsx'
import { Blocks, StandingRecord } from '#app/components/who/standing-facts.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { inspectionForm, liftListForm, listForm, registrationForm } from '#domain/who/standing/forms.ts'
import { enterList, liftList, noteInspection, noteRegistration } from '#domain/who/standing/keep-register.ts'
import { readBodyFile } from '#domain/who/standing/read-body.ts'

export const handle = titled('body.title')
export const loader = pageLoader((ctx, { partyId }) => readBodyFile(ctx, partyId!))
const on = formsOf(
  ({ partyId = '' }) => ({ partyId }),
  ({ partyId }: { partyId: string }) => `/desk/orgs/${partyId}`,
)
export const action = formActions({
  registration: on(registrationForm, noteRegistration),
  inspection: on(inspectionForm, noteInspection),
  list: on(listForm, enterList),
  lift: on(liftListForm, liftList),
})

export default function Body() {
  const t = useT()
  const file = useLoaderData<typeof loader>()
  return (
    <Page
      narrow
      back={{ to: '/desk/orgs', label: t('bodies.title') }}
      eyebrow={t('body.title')}
      title={file.party.name}
    >
      <Blocks blocks={file.blocks} />
      <Section title={t('body.registered')}>
        <BodyFile party={file.party} reconfirmBy={file.reconfirmBy} />
      </Section>
      <Section title={t('standing.record')}>
        <StandingRecord standing={file} />
      </Section>
      {file.mayKeep ? (
        <Section title={t('body.keep')} aside={t('body.keep.hint')}>
          <KeepForms file={file} />
        </Section>
      ) : null}
      <Links links={[{ to: `/orgs/${file.party.id}`, label: t('body.public') }]} />
    </Page>
  )
}
