import { useLoaderData } from '@remix-run/react'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { JointTable } from '#app/components/vote/joint-table.tsx'
import { Recount, ResultHead } from '#app/components/vote/result-parts.tsx'
import { ResultTable } from '#app/components/vote/result-table.tsx'
import { RoundRules } from '#app/components/vote/round-rules.tsx'
import { TurnoutTables } from '#app/components/vote/turnout-tables.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readResult } from '#domain/ask/vote/read-result.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('vote.result.title')
export const loader = publicLoader((ctx, { roundId = '' }) => readResult(ctx, roundId))

export default function Result() {
  const t = useT()
  const f = useFormat()
  const { round, slate, tally, bodies, turnout, tables, spoiled, witness } = useLoaderData<typeof loader>()
  const lead = t(tally.quorumMet ? 'vote.result.lead' : 'vote.result.lead.quorum', {
    all: slate.length,
    n: tally.selected.length,
    amount: f.wan(tally.spent),
    short: round.quorum - turnout.households,
  })
  return (
    <Page
      back={{ to: '/votes', label: t('votes.title') }}
      eyebrow={round.place.name}
      title={t('vote.result.of', { name: round.name })}
      lead={lead}
    >
      <p className="quiet">
        {t(tally.line > 0 ? 'vote.result.valid' : 'vote.result.valid.plain', {
          n: tally.ballots,
          households: turnout.households,
          line: tally.line,
          quorum: round.quorum,
        })}{' '}
        {tally.blank > 0 ? t('vote.result.blank', { n: tally.blank }) : ''}
      </p>
      <ResultHead round={round} witness={witness} />
      <Section title={t('vote.result.why')}>
        {tally.line > 0 ? <p className="quiet">{t('vote.result.why.say')}</p> : null}
        <ResultTable
          slate={slate}
          tally={tally}
          graded={round.ballotKind === 'points' || round.ballotKind === 'ranking'}
        />
        <p className="mt-4">
          {t('vote.result.satisfied', {
            n: tally.satisfied,
            percent: f.percent(tally.ballots ? tally.satisfied / tally.ballots : 0),
          })}
        </p>
      </Section>
      <JointTable slate={slate} tally={tally} bodies={bodies} />
      <Section title={t('round.rules')}>
        <RoundRules round={round} />
        <p className="links">
          <a href={`/votes/${round.id}`}>{t('vote.result.sealed-rule')}</a>
        </p>
      </Section>
      <Section title={t('turnout.title')}>
        <TurnoutTables tables={tables} voters={turnout.voters} />
        {spoiled.total > 0 ? (
          <p className="mt-4">
            {t('turnout.void', { n: spoiled.total })}
            {spoiled.reasons.map(({ reason, n }) => t(`spoiled.${reason}`, { n })).join(t('turnout.and'))}
          </p>
        ) : null}
      </Section>
      <Section title={t('recount.title')}>
        <p>{t('recount.lead')}</p>
        <Recount round={round} size={tally.ballots} />
      </Section>
    </Page>
  )
}
