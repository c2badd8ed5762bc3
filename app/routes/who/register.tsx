import { useLoaderData } from '@remix-run/react'
import { Details } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { BodyFactsForm, SoloistForm, TieForm } from '#app/components/who/body-forms.tsx'
import { PartyForm, PersonFactsForm, PersonForm, PlaceForm } from '#app/components/who/register-forms.tsx'
import { ExpertForm, StandingForm, WorkerForm } from '#app/components/who/standing-forms.tsx'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { authorize } from '#domain/policy/index.ts'
import { correctPerson, personFactsForm } from '#domain/who/correct-register.ts'
import { registerChoices, registerParty, registerPerson, registerPlace } from '#domain/who/register.ts'
import {
  bodyChoices,
  bodyFactsForm,
  declareTie,
  noteBody,
  registerSoloist,
  soloistForm,
  tieForm,
} from '#domain/who/register-bodies.ts'
import { registerPartyForm, registerPersonForm, registerPlaceForm } from '#domain/who/register-forms.ts'
import {
  expertForm,
  noteStanding,
  registerExpert,
  registerWorker,
  standingForm,
  workerForm,
} from '#domain/who/register-standing.ts'

export const handle = titled('register.title')

export const loader = pageLoader(async ({ db, actor }) => {
  authorize(actor, 'register.enter', {})
  return { ...(await registerChoices(db)), ...(await bodyChoices(db)) }
})
const goTo = () => '/desk/register'
export const action = formActions({
  place: oneForm({ form: registerPlaceForm, run: registerPlace, goTo }),
  party: oneForm({ form: registerPartyForm, run: registerParty, goTo }),
  person: oneForm({ form: registerPersonForm, run: registerPerson, goTo }),
  worker: oneForm({ form: workerForm, run: registerWorker, goTo }),
  expert: oneForm({ form: expertForm, run: registerExpert, goTo }),
  tie: oneForm({ form: tieForm, run: declareTie, goTo }),
  soloist: oneForm({ form: soloistForm, run: registerSoloist, goTo }),
  body: oneForm({ form: bodyFactsForm, run: noteBody, goTo }),
  correct: oneForm({ form: personFactsForm, run: correctPerson, goTo }),
  standing: oneForm({ form: standingForm, run: noteStanding, goTo }),
})

export default function Register() {
  const t = useT()
  const { places, offices, bodies, noted, custodians, all } = useLoaderData<typeof loader>()
  return (
    <Page narrow title={t('register.title')} lead={t('register.lead')}>
      <Section title={t('register.person')}>
        <PersonForm places={places} />
      </Section>
      <Section title={t('register.party')}>
        <PartyForm places={places} offices={offices} />
      </Section>
      <Section title={t('register.worker')}>
        <WorkerForm bodies={bodies} />
      </Section>
      <Section title={t('register.expert')}>
        <ExpertForm />
      </Section>
      <Section title={t('register.tie')}>
        <TieForm bodies={bodies} />
      </Section>
      <Section title={t('register.soloist')}>
        <SoloistForm custodians={custodians} />
      </Section>
      <Section title={t('register.facts')}>
        <BodyFactsForm noted={noted} custodians={custodians} />
      </Section>
      <Section title={t('register.standing')}>
        <StandingForm bodies={bodies} />
      </Section>
      <Section title={t('register.place')}>
        <PlaceForm places={places} />
      </Section>
      <Section title={t('register.correct')} aside={t('register.correct.aside')}>
        <PersonFactsForm places={places} />
        <Details summary={t('register.places', { n: places.length })}>
          <Links
            links={places.map((p) => ({ to: `/desk/register/places/${p.id}`, label: `${p.code} ${p.name}` }))}
          />
        </Details>
        <Details summary={t('register.bodies', { n: all.length })}>
          <Links
            links={all.map((b) => ({
              to: `/desk/register/bodies/${b.id}`,
              label: `${b.name} (${t(`party.${b.kind}`)})`,
            }))}
          />
        </Details>
      </Section>
    </Page>
  )
}
