import { useT } from '#app/i18n/use-t.ts'
import type { TriedList } from '#domain/deliver/payment/try-bank-list.ts'
import { Note } from '../card.tsx'
import { Facts } from '../check-answers.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'

type Tried = { tried: TriedList; lines: string }
/** What a list would do: every fault by its row, or what will be settled and what will wait. */
export const BankTried = ({ tried, lines }: Tried) => {
  const t = useT()
  const { faults, counts } = tried
  if (faults.length > 0)
    return (
      <Section title={t('bank.faults', { n: faults.length })}>
        <Note kind="late">{t('bank.faults.say')}</Note>
        <ol className="small">
          {faults.map(({ line, reason }) => (
            <li key={`${line}${reason}`}>
              {t('bank.fault', { line })} {t(`bank.fault.${reason as 'year'}`)}
            </li>
          ))}
        </ol>
      </Section>
    )
  return (
    <Section title={t('bank.tried', { n: tried.lines })}>
      <Facts
        facts={Object.entries(counts).map(([why, n]) => ({
          term: t(`bank.why.${why as 'matched'}`),
          text: t('bank.n', { n }),
        }))}
      />
      <Form name="bring" submit={t('bank.bring')} hidden={{ lines }} />
    </Section>
  )
}
