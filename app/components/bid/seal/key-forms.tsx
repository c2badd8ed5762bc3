import { useT } from '#app/i18n/use-t.ts'
import type { KeyDesk } from '#domain/buy/seal/read-keepers.ts'
import { Details, Note } from '../../card.tsx'
import { Choices } from '../../choices.tsx'
import { Field } from '../../field.tsx'
import { Form } from '../../form.tsx'
import { Section } from '../../page.tsx'

/** 指定保管人: one of each of three bodies. */
export const NameKeepers = ({ candidates, keepers }: KeyDesk) => {
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

/** 选定封存方式, where the route leaves a choice: only a micro grant's does. */
export const ChooseMode = ({ call, early, can }: KeyDesk) => {
  const t = useT()
  if (!early || !can.seal) return <Note>{t('seal.mode.fixed')}</Note>
  const only = call.routeMode === 'split'
  const why = t(
    call.twoEnvelopes ? 'seal.mode.two' : call.finalOffers ? 'seal.mode.finals' : 'seal.mode.only',
  )
  if (only && call.sealMode === 'split') return <Note>{why}</Note>
  const modes = only ? (['split'] as const) : (['split', 'simple'] as const)
  return (
    <Form name="mode" look="second" submit={t('seal.mode.choose')}>
      <Choices
        name="sealMode"
        legend={t('seal.mode')}
        hint={only ? why : t('seal.mode.route', { mode: t(`seal.mode.${call.routeMode}`) })}
        fallback={only ? 'split' : call.sealMode}
        options={modes.map((m) => ({ value: m, label: t(`seal.mode.${m}`), note: t(`seal.mode.${m}.note`) }))}
      />
    </Form>
  )
}
