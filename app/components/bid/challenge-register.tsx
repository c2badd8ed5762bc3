import { useT } from '#app/i18n/use-t.ts'
import type { Result } from '#domain/buy/award/result.ts'
import { Links } from '../entry.tsx'
import { Section } from '../page.tsx'
import { ChallengeEntry } from './challenge-entry.tsx'

type Props = { challenges: Result['challenges']; tenderId: string; open: boolean }

/** 质疑登记 of one purchase: that one came, and what was answered. */
export const ChallengeRegister = ({ challenges, tenderId, open }: Props) => {
  const t = useT()
  return (
    <Section id="challenges" title={t('challenge.register')} aside={t('challenge.register.hint')}>
      {challenges.length === 0 ? <p className="quiet">{t('challenge.none')}</p> : null}
      {challenges.map((c) => (
        <ChallengeEntry key={c.id} challenge={c} />
      ))}
      <Links
        links={[
          ...(open ? [{ to: `/tenders/${tenderId}/challenge`, label: t('tender.challenge') }] : []),
          { to: '/challenges', label: t('challenge.all') },
        ]}
      />
    </Section>
  )
}
