import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Details, Note } from '#app/components/card.tsx'
import { Field } from '#app/components/field.tsx'
import { Form } from '#app/components/form.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Keepers, keyStep, LostKeys, useMissing } from '#app/components/vote/key-state.tsx'
import { TwoKeys } from '#app/components/vote/two-keys.tsx'
import { formActions, formsOf } from '#app/http/form-action.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { nameTrusteesForm, twoKeysForm } from '#domain/ask/vote/trustees/forms.ts'
import { nameTrustees } from '#domain/ask/vote/trustees/name-trustees.ts'
import { readKeyPage } from '#domain/ask/vote/trustees/read-trustees.ts'
import { tryKey } from '#domain/ask/vote/trustees/try-key.ts'

export const handle = titled('keeper.title')
export const loader = pageLoader((ctx, { roundId = '' }) => readKeyPage(ctx, roundId))
const on = formsOf(
  ({ roundId = '' }) => ({ roundId }),
  ({ id }: { id: string }) => `/desk/rounds/${id}/key`,
)
export const action = formActions({
  trustees: on(nameTrusteesForm, nameTrustees),
  try: on(twoKeysForm, tryKey, { everyTime: true }),
})
type Data = Awaited<ReturnType<typeof readKeyPage>>

const NameForm = ({ candidates, trustees }: Data) => {
  const t = useT()
  const of = (kind: string) =>
    candidates
      .filter((c) => c.kind === kind)
      .map((c) => ({ value: c.personId, label: `${c.name} · ${t(`role.${c.role}`)} · ${c.body}` }))
  const again = trustees.length > 0
  const form = (
    <Form name="trustees" submit={t('key.form.submit')}>
      <p>{t(again ? 'key.form.again.say' : 'key.form.hint')}</p>
      {(['supervision', 'street', 'outside'] as const).map((kind) => (
        <Field
          key={kind}
          name={kind}
          kind="select"
          label={t(`key.kind.${kind}`)}
          options={of(kind)}
          fallback={of(kind)[0]?.value ?? null}
        />
      ))}
    </Form>
  )
  if (again) return <Details summary={t('key.form.again')}>{form}</Details>
  return <Section title={t('key.form.name')}>{form}</Section>
}

export default function Key() {
  const t = useT()
  const f = useFormat()
  const missing = useMissing()
  const data = useLoaderData<typeof loader>()
  const { round, trustees, made, can } = data
  const back = { to: `/desk/rounds/${round.id}`, label: round.name }
  if (round.level !== 'L1')
    return <Page narrow back={back} title={t('keeper.title')} lead={t('key.no-trustees')} />
  const step = keyStep(data)
  const trial = made && can.try && (round.state === 'draft' || round.state === 'sealed')
  return (
    <Page narrow back={back} title={t('keeper.title')} lead={t('keeper.lead')}>
      <Note kind={step === 'ready' || step === 'done' ? 'done' : 'wait'}>
        <strong>{t('key.now')}</strong>
        {`: ${t(`key.now.${step}`, { names: missing(trustees) })}`}
      </Note>
      {step === 'closed' ? (
        <ButtonLink to={`/desk/rounds/${round.id}/count`}>{t('key.to-count')}</ButtonLink>
      ) : null}
      {trustees.length > 0 ? <Keepers trustees={trustees} /> : null}
      {trial ? (
        <Section title={t('key.try')} id="try">
          <Form name="try" submit={t('key.try.submit')}>
            <p>{t('key.try.say')}</p>
            {made.triedAt ? (
              <p className="quiet">{t('key.try.last', { date: f.dateTime(made.triedAt) })}</p>
            ) : null}
            <TwoKeys trustees={trustees} />
          </Form>
        </Section>
      ) : null}
      {can.name ? <NameForm {...data} /> : null}
      <LostKeys />
    </Page>
  )
}
