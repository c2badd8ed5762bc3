import { ButtonLink } from '#app/components/button.tsx'
import { Card } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Tag } from '#app/components/tag.tsx'
import { useT } from '#app/i18n/use-t.ts'
import type { readRound } from '#domain/ask/vote/read-round.ts'

type Data = Pick<Awaited<ReturnType<typeof readRound>>, 'round' | 'turnout'>

/** What one can do now, and what has been seen so far: never more than how many took part. */
export const RoundBoard = ({ round, turnout }: Data) => {
  const t = useT()
  const f = useFormat()
  return (
    <Card board>
      <Tag kind={round.phase === 'open' ? 'live' : round.phase === 'announced' ? 'done' : 'wait'}>
        {t(`round.phase.${round.phase}`)}
      </Tag>
      <Facts
        facts={[
          { term: t('round.opens'), text: f.dateTime(round.opensAt) },
          {
            term: t('round.closes'),
            text: t('round.last', { date: f.date(new Date(round.closesAt.getTime() - 1)) }),
          },
          {
            term: t('round.turnout'),
            text: turnout ? t('round.turnout.n', { n: turnout.voters }) : t('round.turnout.few'),
          },
        ]}
      />
      {round.phase === 'open' ? (
        <ButtonLink to={`/votes/${round.id}/cast`}>{t('votes.cast')}</ButtonLink>
      ) : null}
      {round.phase === 'open' && round.unit === 'household' ? (
        <p className="mb-0">
          <a className="hit" href={`/votes/${round.id}/claim`}>
            {t('claim.link')}
          </a>
        </p>
      ) : null}
      {round.phase === 'announced' ? (
        <ButtonLink to={`/votes/${round.id}/result`}>{t('round.result')}</ButtonLink>
      ) : null}
      {round.sealedAt && round.state !== 'void' ? (
        <p className="mb-0">
          <a className="hit" href={`/votes/${round.id}/counted`}>
            {t('round.check-mine')}
          </a>
        </p>
      ) : null}
    </Card>
  )
}
