import { isKey } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { readDraw } from '#domain/buy/evaluation/read-draw.ts'
import { Section } from '../page.tsx'

type Drawn = Awaited<ReturnType<typeof readDraw>>

/** The fingerprint the seed was promised by, and how anybody checks it. */
export const Promised = ({ hash }: { hash: string }) => {
  const t = useT()
  return (
    <>
      <span className="hash">{hash}</span> {t('draw.commit.check')}
    </>
  )
}

/** On whom the lot fell who does not sit, each with the ground. */
export const PassedBy = ({ passed }: Pick<Drawn['draw'], 'passed'>) => {
  const t = useT()
  const ground = (key: string) => (isKey(`tie.${key}`) ? t(`tie.${key}` as 'tie.kin') : t('tie.other'))
  if (passed.length === 0) return null
  return (
    <Section plain title={t('draw.passed')}>
      <ul className="list-disc pl-6">
        {passed.map((p) => (
          <li key={p.code}>{t('draw.passed.one', { code: p.code, ground: ground(p.ground) })}</li>
        ))}
      </ul>
    </Section>
  )
}
