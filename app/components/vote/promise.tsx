import { useFormat } from '#app/components/format.ts'
import { Section } from '#app/components/page.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { publicTrustees } from '#domain/ask/vote/trustees/read-trustees.ts'

type Props = { level: 'L0' | 'L1'; keepers: Awaited<ReturnType<typeof publicTrustees>> }
const said = {
  L1: ['promise.L1.1', 'promise.L1.2', 'promise.L1.3'],
  L0: ['promise.L0.1', 'promise.L0.2'],
} as const
const not = {
  L1: ['promise.not.1', 'promise.not.2', 'promise.not.3', 'promise.not.4', 'promise.not.5'],
  L0: ['promise.not.1', 'promise.not.2', 'promise.not.4', 'promise.not.5'],
} as const

/** What is promised to voters about secrecy, by whom, and what is not. */
export const Promises = ({ level, keepers }: Props) => {
  const t = useT()
  const f = useFormat()
  return (
    <Section title={t('promise.title')} id="secrecy">
      <ul className="steps">
        {said[level].map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      {keepers.trustees.length > 0 ? (
        <>
          <p className="mb-0">{t('promise.trustees')}</p>
          <ul>
            {keepers.trustees.map(({ kind, name, body }) => (
              <li key={kind}>{`${t(`key.kind.${kind}`)} · ${name} · ${body}`}</li>
            ))}
          </ul>
        </>
      ) : null}
      {keepers.triedAt ? (
        <p className="quiet">{t('promise.tried', { date: f.dateTime(keepers.triedAt) })}</p>
      ) : null}
      {keepers.closedAt ? (
        <>
          <p className="quiet mb-0">
            {t('promise.closed', { date: f.dateTime(keepers.closedAt), n: keepers.leaves })}
          </p>
          <p className="hash">{keepers.root}</p>
        </>
      ) : null}
      <h3>{t('promise.not')}</h3>
      <ul className="steps">
        {not[level].map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
    </Section>
  )
}
