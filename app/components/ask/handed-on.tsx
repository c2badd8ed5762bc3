import { useT } from '#app/i18n/use-t.ts'
import type { dutyKinds } from '#db/vocabulary.ts'
import { Note } from '../card.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'

type Props = {
  duty: { kind: (typeof dutyKinds)[number]; title: string; ground: string; code: string } | null
  office: string | null
  referReason: string | null
  referredAt: Date | null
}

/** Whose duty a matter was found to be, on what ground, and which office has it now. */
export const HandedOn = ({ duty, office, referReason, referredAt }: Props) => {
  const t = useT()
  const f = useFormat()
  if (!duty) return null
  return (
    <Section title={t('suggestion.office')} aside={referredAt ? f.day(referredAt) : undefined}>
      <p>
        {t('suggestion.office.say', {
          title: duty.title,
          kind: t(`duty.${duty.kind}`),
          ground: duty.ground,
        })}
      </p>
      {office ? <p>{t('suggestion.office.to', { office })}</p> : null}
      {referReason ? <p>{t('suggestion.office.reason', { reason: referReason })}</p> : null}
    </Section>
  )
}

type Duty = { kind: string; title: string; ground: string; office: string | null }
/** 政府职责: why this is no need of a community, and whose it is. */
export const GovernmentDuty = ({ duty }: { duty: Duty | null }) => {
  const t = useT()
  if (duty?.kind !== 'government') return null
  const { title, ground, office } = duty
  return (
    <Note kind="late">
      <p>{t('refusal.government-duty-not-for-community', { title, ground })}</p>
      {office ? <p>{t('duty.office', { office })}</p> : null}
    </Note>
  )
}
