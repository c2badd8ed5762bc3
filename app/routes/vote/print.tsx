import { useLoaderData } from '@remix-run/react'
import { Qr } from '#app/components/ask/qr.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Official } from '#app/components/open/official.tsx'
import { SignLines } from '#app/components/open/sign-lines.tsx'
import { Page } from '#app/components/page.tsx'
import { Sealed } from '#app/components/seal.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Why } from '#app/components/vote/result-why.tsx'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { readResult } from '#domain/ask/vote/read-result.ts'

export const handle = titled('print.title')
export const loader = pageLoader(async (ctx, { roundId = '' }, url) => {
  const result = await readResult(ctx, roundId)
  const page = result.round.level === 'L1' ? 'recount' : 'result'
  const address = `${url.origin}/votes/${roundId}/${page}`
  const paper = result.round.announcedAt ? await paperAt(ctx, 'round_result', roundId, url) : null
  return { ...result, address, paper }
})
export const action = issueAction('round_result', 'roundId', (p) => `/votes/${p.roundId}/print`)

/** 公告: the result on one sheet for the notice board, with the way to count it again. */
export default function PrintResult() {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const { round, slate, tally, turnout, spoiled, comparison, witness, address, paper } =
    useLoaderData<typeof loader>()
  const title = (id: string) => {
    const item = slate.find(({ refNo }) => refNo === id)!
    return lang === 'en' ? (item.titleEn ?? item.title) : item.title
  }
  const account = (id: string) => comparison?.sides[0].accounts.find((one) => one.id === id)
  const rule = { line: tally.line, unit: comparison?.unit, lot: round.tieOrder === 'lot' }
  const lead = t(tally.quorumMet ? 'vote.result.lead' : 'vote.result.lead.quorum', {
    all: slate.length,
    n: tally.selected.length,
    amount: f.wan(tally.spent),
    short: round.quorum - turnout.households,
  })
  const check = t(round.level === 'L1' ? 'print.check' : 'print.read')
  return (
    <Page
      back={{ to: `/votes/${round.id}/result`, label: t('again.back') }}
      eyebrow={`${round.place.name} ${t('print.title')}`}
      title={round.name}
      lead={lead}
    >
      <Official paper={paper}>
        {round.announcedAt ? (
          <Sealed
            words={[t('seal.round.1'), t('seal.round.2')]}
            number={round.refNo}
            date={f.day(round.announcedAt)}
          />
        ) : null}
        <Table
          caption={t('vote.result.caption')}
          columns={[
            { head: t('vote.result.item') },
            { head: t('vote.result.votes') },
            { head: t('vote.result.cost'), money: true },
            { head: t('vote.result.outcome') },
          ]}
          rows={tally.steps.map((step) => ({
            key: step.id,
            cells: [
              <span key="n">
                <b className="font-song">{title(step.id)}</b>
                <Why step={step} account={account(step.id)} {...rule} />
              </span>,
              f.number(step.votes),
              <Money key="c" fen={step.cost} />,
              t(`vote.outcome.${step.outcome}`),
            ],
          }))}
        />
        <Facts
          facts={[
            {
              term: t('turnout.title'),
              text: t('vote.result.valid.plain', {
                n: tally.ballots,
                households: turnout.households,
                quorum: round.quorum,
              }),
            },
            {
              term: t('print.uncounted'),
              text: t('print.uncounted.line', { blank: tally.blank, spoiled: spoiled.total }),
            },
            {
              term: t('vote.result.counting'),
              text: `${round.countedAt ? f.dateTime(round.countedAt) : ''}${t(witness ? 'vote.result.witnessed' : 'vote.result.unwitnessed')}`,
            },
            { term: t('vote.result.hash'), text: <span className="hash">{round.countHash}</span> },
            { term: t('print.post'), text: t('print.post.line') },
          ]}
        />
        <div className="mt-4 grid grid-cols-[7rem_minmax(0,1fr)] items-center gap-4">
          <Qr text={address} label={check} />
          <p className="mb-0">
            {check}
            <span className="block hash small">{address}</span>
          </p>
        </div>
        <p className="mt-4">{t('print.ask')}</p>
        {round.announcedAt ? <SignLines who={[round.place.name]} /> : null}
      </Official>
    </Page>
  )
}
