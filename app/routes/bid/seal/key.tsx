import { useLoaderData } from '@remix-run/react'
import { LostShares, SealKeepers, sealStep, useMissing } from '#app/components/bid/seal/keepers.tsx'
import { ChooseMode, NameKeepers } from '#app/components/bid/seal/key-forms.tsx'
import { TwoWords } from '#app/components/bid/seal/two-words.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { Note } from '#app/components/card.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { chooseSealMode } from '#domain/buy/seal/choose-mode.ts'
import { nameKeepersForm, sealModeForm, twoKeysForm } from '#domain/buy/seal/forms.ts'
import { nameKeepers } from '#domain/buy/seal/name-keepers.ts'
import { readKeyDesk } from '#domain/buy/seal/read-keepers.ts'
import { tryKeys } from '#domain/buy/seal/try-keys.ts'

export const handle = titled('seal.title')
export const loader = pageLoader((ctx, { tenderId = '' }) => readKeyDesk(ctx, tenderId))
const on = formsOf(
  ({ tenderId = '' }) => ({ tenderId }),
  ({ id }: { id: string }) => `/desk/tenders/${id}/key`,
)
export const action = formActions({
  mode: on(sealModeForm, chooseSealMode),
  keepers: on(nameKeepersForm, nameKeepers),
  try: on(twoKeysForm, tryKeys, { everyTime: true }),
})

export default function SealKey() {
  const t = useT()
  const f = useFormat()
  const missing = useMissing()
  const data = useLoaderData<typeof loader>()
  const { call, keepers, made, can } = data
  const step = sealStep(data)
  const split = call.sealMode === 'split'
  const good = step === 'ready' || step === 'done' || step === 'simple'
  return (
    <Page
      narrow
      back={{ to: `/desk/tenders/${call.id}`, label: call.title }}
      title={t('seal.title')}
      lead={t('seal.lead')}
    >
      <Note kind={good ? 'done' : step === 'gone' ? 'late' : 'wait'}>
        <strong>{t('seal.now')}</strong>
        {`: ${t(`seal.now.${step}`, { names: missing(keepers) })}`}
      </Note>
      {step === 'open' ? (
        <ButtonLink to={`/desk/tenders/${call.id}/unseal`}>{t('seal.to-open')}</ButtonLink>
      ) : null}
      {step === 'done' ? (
        <p>
          <a className="hit" href={`/desk/tenders/${call.id}/unseal`}>
            {t('seal.to-record')}
          </a>
        </p>
      ) : null}
      <ChooseMode {...data} />
      {split && call.twoEnvelopes ? <Note>{t('seal.envelopes.two')}</Note> : null}
      {split && call.finalOffers ? <Note>{t('seal.envelopes.final')}</Note> : null}
      {split && keepers.length > 0 ? <SealKeepers keepers={keepers} /> : null}
      {split && made && can.seal && !call.openedAt ? (
        <Section title={t('seal.try')} id="try">
          <Form name="try" submit={t('seal.try.submit')}>
            <p>{t('seal.try.say')}</p>
            {made.triedAt ? (
              <p className="quiet">{t('seal.try.last', { date: f.dateTime(made.triedAt) })}</p>
            ) : null}
            <TwoWords keepers={keepers} />
          </Form>
        </Section>
      ) : null}
      {can.name ? <NameKeepers {...data} /> : null}
      {split ? <LostShares /> : null}
    </Page>
  )
}
