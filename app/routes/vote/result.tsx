import { useLoaderData } from '@remix-run/react'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { CompareRules, NoComparison } from '#app/components/vote/compare-rules.tsx'
import { CountSteps } from '#app/components/vote/count-steps.tsx'
import { FileNote } from '#app/components/vote/file-note.tsx'
import { JointTable } from '#app/components/vote/joint-table.tsx'
import { Recount, ResultHead } from '#app/components/vote/result-parts.tsx'
import { ResultTable } from '#app/components/vote/result-table.tsx'
import { RoundRules } from '#app/components/vote/round-rules.tsx'
import { TurnoutTables } from '#app/components/vote/turnout-tables.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { needsOn } from '#domain/ask/vote/find-round.ts'
import { readResult } from '#domain/ask/vote/read-result.ts'
import { afterRound } from '#domain/open/after-round.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('vote.result.title')
export const loader = publicLoader(async (ctx, { roundId = '' }) => {
  const result = await readResult(ctx, roundId)
  return { ...result, after: await afterRound(ctx, roundId, needsOn(result.slate)) }
})

export default function Result() {
  const t = useT()
  const f = useFormat()
  const page = useLoaderData<typeof loader>()
  const { round, slate, tally, comparison, lot, bodies, turnout, tables, spoiled, witness, after } = page
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
      <FileNote file={page.file} foreign={round.foreign} />
      <Section title={t('vote.result.why')}>
        <p className="quiet">
          {comparison ? t('compare.lead') : ''} {tally.line > 0 ? t('vote.result.why.say') : ''}
        </p>
        <ResultTable
          slate={slate}
          tally={tally}
          graded={round.ballotKind === 'points' || round.ballotKind === 'ranking'}
          comparison={comparison}
          lot={round.tieOrder === 'lot'}
          after={after}
        />
        <p className="mt-4">
          {t('vote.result.satisfied', {
            n: tally.satisfied,
            percent: f.percent(tally.ballots ? tally.satisfied / tally.ballots : 0),
          })}
        </p>
      </Section>
      {comparison ? (
        <CompareRules comparison={comparison} slate={slate} ballots={tally.ballots} budget={round.budget} />
      ) : (
        <NoComparison tally={tally} />
      )}
      <JointTable slate={slate} tally={tally} bodies={bodies} />
      <CountSteps slate={slate} tally={tally} comparison={comparison} lot={lot} />
      <Section title={t('round.rules')}>
        <RoundRules round={round} />
        <p className="links">
          <a href={`/votes/${round.id}`}>{t('vote.result.sealed-rule')}</a>
          <a href={`/votes/${round.id}/print`}>{t('print.open')}</a>
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
      <Section id="recount" title={t('recount.title')}>
        <Recount round={round} size={tally.ballots} />
      </Section>
    </Page>
  )
}
