import { useLoaderData } from '@remix-run/react'
import { LostShares, SealKeepers, sealStep, useMissing } from '#app/components/bid/seal/keepers.tsx'
import { TwoWords } from '#app/components/bid/seal/two-words.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { Details, Note } from '#app/components/card.tsx'
import { Choices } from '#app/components/choices.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { formActions, oneForm } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { chooseSealMode } from '#domain/buy/seal/choose-mode.ts'
import { nameKeepersForm, sealModeForm, twoKeysForm } from '#domain/buy/seal/forms.ts'
import { nameKeepers } from '#domain/buy/seal/name-keepers.ts'
import { type KeyDesk, readKeyDesk } from '#domain/buy/seal/read-keepers.ts'
import { tryKeys } from '#domain/buy/seal/try-keys.ts'

export const handle = titled('seal.title')
export const loader = pageLoader((ctx, { tenderId = '' }) => readKeyDesk(ctx, tenderId))
const goTo = ({ id }: { id: string }) => `/desk/tenders/${id}/key`
export const action = formActions({
  mode: oneForm({
    form: sealModeForm,
    run: (ctx, { sealMode }, { tenderId = '' }) => chooseSealMode(ctx, { tenderId, sealMode }),
    goTo,
  }),
  keepers: oneForm({
    form: nameKeepersForm,
    run: (ctx, named, { tenderId = '' }) => nameKeepers(ctx, { tenderId, ...named }),
    goTo,
  }),
  try: oneForm({
    form: twoKeysForm,
    everyTime: true,
    run: (ctx, keys, { tenderId = '' }) => tryKeys(ctx, { tenderId, ...keys }),
    goTo,
  }),
})

const NameForm = ({ candidates, keepers }: KeyDesk) => {
  const t = useT()
  const of = (kind: string) =>
    candidates
      .filter((c) => c.kind === kind)
      .map((c) => ({ value: c.personId, label: `${c.name} · ${t(`role.${c.role}`)} · ${c.body}` }))
  const kinds = ['buyer', 'oversight', 'outside'] as const
  const again = keepers.length > 0
  const form = (
    <Form name="keepers" submit={t('seal.form.submit')}>
      <p>{t(again ? 'seal.form.again.say' : 'seal.form.hint')}</p>
      {kinds.some((kind) => of(kind).length === 0) ? <Note kind="late">{t('seal.form.none')}</Note> : null}
      {kinds.map((kind) => (
        <Field
          key={kind}
          name={kind}
          kind="select"
          label={t(`seal.kind.${kind}`)}
          options={of(kind)}
          fallback={of(kind)[0]?.value ?? null}
        />
      ))}
    </Form>
  )
  if (again) return <Details summary={t('seal.form.again')}>{form}</Details>
  return <Section title={t('seal.form.name')}>{form}</Section>
}

const Mode = ({ call, early, can }: KeyDesk) => {
  const t = useT()
  const modes = ['split', 'simple'] as const
  if (!early || !can.seal) return <Note>{t('seal.mode.fixed')}</Note>
  return (
    <Form name="mode" look="second" submit={t('seal.mode.choose')}>
      <Choices
        name="sealMode"
        legend={t('seal.mode')}
        hint={t('seal.mode.route', { mode: t(`seal.mode.${call.routeMode}`) })}
        fallback={call.sealMode}
        options={modes.map((m) => ({ value: m, label: t(`seal.mode.${m}`), note: t(`seal.mode.${m}.note`) }))}
      />
    </Form>
  )
}

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
      <Mode {...data} />
      {split && call.twoEnvelopes ? <Note>{t('seal.envelopes.two')}</Note> : null}
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
      {can.name ? <NameForm {...data} /> : null}
      {split ? <LostShares /> : null}
    </Page>
  )
}
