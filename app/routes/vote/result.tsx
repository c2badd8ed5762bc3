import { useLoaderData } from '@remix-run/react'
import { Note } from '#app/components/card.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { Sealed } from '#app/components/seal.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { ResultTable } from '#app/components/vote/result-table.tsx'
import { RoundRules } from '#app/components/vote/round-rules.tsx'
import { TurnoutTables } from '#app/components/vote/turnout-tables.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readResult } from '#domain/ask/vote/read-result.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('vote.result.title')
export const loader = publicLoader((ctx, { roundId = '' }) => readResult(ctx, roundId))
type Data = Awaited<ReturnType<typeof readResult>>

const Top = ({ round, witness }: Pick<Data, 'round' | 'witness'>) => {
  const t = useT()
  const f = useFormat()
  const last = new Date(round.closesAt.getTime() - 1)
  return (
    <>
      {round.announcedAt ? (
        <Sealed
          words={[t('seal.round.1'), t('seal.round.2')]}
          number={round.refNo}
          date={f.day(round.announcedAt)}
        />
      ) : (
        <Note kind="wait">{t('vote.result.preview')}</Note>
      )}
      <Facts
        facts={[
          { term: t('round.sealed'), text: round.sealedAt ? f.dateTime(round.sealedAt) : '' },
          { term: t('vote.result.voting'), text: `${f.day(round.opensAt)} — ${f.day(last)}` },
          {
            term: t('vote.result.counting'),
            text: `${round.countedAt ? f.dateTime(round.countedAt) : ''} ${t(witness ? 'vote.result.witnessed' : 'vote.result.unwitnessed')}`,
          },
          { term: t('vote.result.hash'), text: <span className="hash">{round.countHash}</span> },
        ]}
      />
    </>
  )
}

const Recount = ({ round, size }: { round: Data['round']; size: number }) => {
  const t = useT()
  const files = ['ballots.csv', 'ballots.json', 'ballots.pb', 'seals.csv'] as const
  return (
    <>
      <ol className="steps">
        <li>{t('recount.1')}</li>
        <li>{t('recount.2')}</li>
        <li>{t('recount.3')}</li>
      </ol>
      <p className="hash">sha256sum ballots.csv → {round.countHash}</p>
      <Table
        caption={t('vote.files.caption', { n: size })}
        columns={[{ head: t('vote.files.file') }, { head: t('vote.files.what') }]}
        rows={files.map((name) => ({
          key: name,
          cells: [
            <a key="f" className="hit" href={`/votes/${round.id}/files/${name}`}>
              {name}
            </a>,
            t(`vote.files.${name}`),
          ],
        }))}
      />
    </>
  )
}

export default function Result() {
  const t = useT()
  const f = useFormat()
  const { round, slate, tally, turnout, tables, spoiled, witness } = useLoaderData<typeof loader>()
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
        {t('vote.result.valid', {
          n: tally.ballots,
          households: turnout.households,
          line: tally.line,
          quorum: round.quorum,
        })}
      </p>
      <Top round={round} witness={witness} />
      <Section title={t('vote.result.why')}>
        <p className="quiet">{t('vote.result.why.say')}</p>
        <ResultTable slate={slate} tally={tally} />
        <p className="mt-4">
          {t('vote.result.satisfied', {
            n: tally.satisfied,
            percent: f.percent(tally.ballots ? tally.satisfied / tally.ballots : 0),
          })}
        </p>
      </Section>
      <Section title={t('round.rules')}>
        <RoundRules round={round} />
        <p className="links">
          <a href={`/votes/${round.id}`}>{t('vote.result.sealed-rule')}</a>
        </p>
      </Section>
      <Section title={t('turnout.title')}>
        <TurnoutTables tables={tables} voters={turnout.voters} />
        {spoiled.length > 0 ? (
          <p className="mt-4">
            {t('turnout.spoiled')}
            {spoiled.map(({ reason, n }) => t(`spoiled.${reason}`, { n })).join(t('turnout.and'))}
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
