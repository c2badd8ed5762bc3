import { useT } from '#app/i18n/use-t.ts'
import type { Alone, AloneFacts } from '#domain/buy/award/alone.ts'
import { Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Choices } from '../choices.tsx'
import { Field } from '../field.tsx'
import { Section } from '../page.tsx'

const signs = ['hours', 'orders', 'pay', 'one_buyer', 'premises', 'usual_work'] as const

/** 个人承接: why a person alone, and each sign of employment as a question. */
export const AloneFields = ({ facts }: { facts: AloneFacts }) => {
  const t = useT()
  return (
    <>
      <Note kind="wait">
        {t('alone.lead')} {t('alone.facts', { n: facts.all, here: facts.here })}
      </Note>
      <Field
        name="alone.reason"
        kind="long"
        rows={3}
        label={t('alone.reason')}
        hint={t('alone.reason.hint')}
      />
      {signs.map((sign) => (
        <div key={sign} className="border-t border-hair pt-4">
          <Choices
            name={`alone.signs.${sign}.says`}
            legend={t(`alone.sign.${sign}`)}
            options={[
              { value: 'no', label: t('alone.no') },
              { value: 'yes', label: t('alone.yes') },
            ]}
          />
          <Field name={`alone.signs.${sign}.words`} optional label={t('alone.words')} />
        </div>
      ))}
      <p className="small quiet">{t('alone.source')}</p>
    </>
  )
}

/** What the buyer answered, for everybody to read. */
export const AloneSaid = ({ alone }: { alone: Alone }) => {
  const t = useT()
  return (
    <Section title={t('alone.title')} aside={t('alone.source')}>
      <p>{alone.reason}</p>
      <Facts
        facts={signs.map((sign) => {
          const { says, words } = alone.signs[sign]
          return {
            term: t(`alone.sign.${sign}`),
            text: [t(`alone.${says}`), words].filter(Boolean).join(' · '),
          }
        })}
      />
      <p className="small quiet">{t('alone.facts', { n: alone.all, here: alone.here })}</p>
    </Section>
  )
}
