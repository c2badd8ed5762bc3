import { useT } from '#app/i18n/use-t.ts'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Section } from '../page.tsx'

type Named = { id: string; name: string }
export type Written = Partial<Record<string, string>>
type Props = {
  committees: readonly Named[]
  workers: readonly Named[]
  goals: string
  indicators: ReadonlyArray<{ code: string; name: string }>
  core: readonly string[]
  written?: Written
}

/** What a handler writes into a contract: the three sectors, what is special, where the money goes. */
export const LinkageFields = ({ committees, workers, goals, indicators, core, written = {} }: Props) => {
  const t = useT()
  const options = (named: readonly Named[]) => named.map(({ id, name }) => ({ value: id, label: name }))
  const only = (named: readonly Named[]) => (named.length === 1 ? named[0]?.id : '')
  const sector = (name: 'community' | 'organisation' | 'worker', title: string) => (
    <>
      <Field
        name={`${name}Duty`}
        kind="long"
        rows={3}
        label={t('contract.draw.duty', { who: title })}
        fallback={written[`${name}Duty`]}
      />
      <Field
        name={`${name}Contribution`}
        kind="text"
        label={t('contract.draw.contribution', { who: title })}
        fallback={written[`${name}Contribution`]}
      />
    </>
  )
  return (
    <>
      <Section title={t('contract.draw.card')}>
        <p className="quiet">{t('contract.draw.card.lead')}</p>
        <Field name="goal" kind="text" label={t('contract.draw.goal')} fallback={written.goal ?? goals} />
        <Field
          name="committeeId"
          kind="select"
          label={t('contract.draw.committee')}
          options={options(committees)}
          fallback={written.committeeId ?? only(committees)}
        />
        {sector('community', t('linkage.community'))}
        {sector('organisation', t('linkage.organisation'))}
        <Field
          name="workerId"
          kind="select"
          label={t('contract.draw.worker')}
          hint={t('contract.draw.worker.hint')}
          options={options(workers)}
          fallback={written.workerId ?? only(workers)}
        />
        {sector('worker', t('linkage.social_worker'))}
      </Section>
      <Section title={t('contract.draw.more')}>
        {indicators.length > 0 ? (
          <Choices
            many
            name="core"
            legend={t('contract.core')}
            hint={t('contract.core.hint')}
            options={indicators.map(({ code, name }) => ({ value: code, label: name }))}
            fallback={core}
          />
        ) : null}
        <Field
          name="special"
          kind="long"
          label={t('contract.draw.special')}
          hint={t('contract.draw.special.hint')}
          optional
          fallback={written.special}
        />
        <Field
          name="contacts"
          kind="long"
          rows={3}
          label={t('contract.draw.contacts')}
          hint={t('contract.draw.contacts.hint')}
          optional
          fallback={written.contacts}
        />
      </Section>
    </>
  )
}
