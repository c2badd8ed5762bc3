import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { readHistory } from '#domain/ask/vote/read-history.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import { Details } from '../card.tsx'

type Data = Awaited<ReturnType<typeof readHistory>>

/** What was sealed, in which version, and what was sealed before it. */
export const RoundHistory = ({ round, history }: { round: ShownRound; history: Data }) => {
  const t = useT()
  const f = useFormat()
  const manifest = (n: number) => `/votes/${round.id}/manifest/${n}`
  return (
    <>
      <Facts
        facts={[
          {
            term: t('round.sealed'),
            text: round.sealedAt
              ? `${f.dateTime(round.sealedAt)} · ${t('round.version', { n: round.version })}`
              : t('round.not-yet'),
          },
          {
            term: t('round.hash'),
            text: <span className="hash">{round.sealHash ?? t('round.not-yet')}</span>,
          },
          ...(round.tieOrder === 'lot'
            ? [
                {
                  term: t('round.lot'),
                  text: <span className="hash">{round.lotSeed ?? t('round.lot.none')}</span>,
                },
              ]
            : []),
        ]}
      />
      <p className="small quiet">{t('round.hash.say')}</p>
      {round.sealedAt ? (
        <p>
          <a className="hit" href={manifest(round.version)}>
            {t('round.manifest')}
          </a>{' '}
          <span className="small quiet">{t('round.manifest.say')}</span>
        </p>
      ) : null}
      {history.versions.length > 0 ? (
        <Details summary={t('round.versions')}>
          <p>{t('round.versions.say')}</p>
          <ul>
            {history.versions.map(({ version, sealHash, unsealedAt, reason }) => (
              <li key={version}>
                {t('round.versions.older', { n: version, at: f.dateTime(unsealedAt), reason })}{' '}
                <a className="hit" href={manifest(version)}>
                  {t('round.manifest')}
                </a>
                <span className="hash block">{sealHash}</span>
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </>
  )
}

/** The void round it repeats, or the one that took its place. */
export const RoundKin = ({ history: { next, before } }: { history: Data }) => {
  const t = useT()
  return (
    <>
      {before ? (
        <p>
          {t('round.before')}
          <a className="hit" href={`/votes/${before.id}`}>{`${before.name}（${before.refNo}）`}</a>
        </p>
      ) : null}
      {next ? (
        <p>
          {t('round.next')}
          <a className="hit" href={`/votes/${next.id}`}>{`${next.name}（${next.refNo}）`}</a>
        </p>
      ) : null}
    </>
  )
}
