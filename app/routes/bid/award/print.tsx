import { useLoaderData } from '@remix-run/react'
import { Parties } from '#app/components/bid/parties.tsx'
import { Averages, Ranking } from '#app/components/bid/report-table.tsx'
import { ResultPanel } from '#app/components/bid/result-parts.tsx'
import { Facts } from '#app/components/check-answers.tsx'
import { useFormat } from '#app/components/format.ts'
import { Official } from '#app/components/open/official.tsx'
import { SignLines } from '#app/components/open/sign-lines.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { issueAction, paperAt } from '#app/http/official-paper.server.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { readResult } from '#domain/buy/award/result.ts'

export const handle = titled('genuine.kind.award_result')
export const loader = pageLoader(async (ctx, { tenderId = '' }, url) => ({
  result: await readResult(ctx.db, tenderId),
  paper: await paperAt(ctx, 'award_result', tenderId, url),
}))
export const action = issueAction('award_result', 'tenderId', (p) => `/tenders/${p.tenderId}/result/print`)

/** 成交结果公告, on A4 for the notice board: who won, at what price, until when to object, and room for the seal. */
export default function PrintAward() {
  const t = useT()
  const f = useFormat()
  const { result, paper } = useLoaderData<typeof loader>()
  const { tender, award, buyer, method, report } = result
  const row = report.rows.find((r) => r.proposalId === award.proposalId)
  const ended = award.state === 'cancelled' || award.state === 'declined'
  const until = f.date(award.windowEndsAt!.getTime() - 1)
  return (
    <Page
      back={{ to: `/tenders/${tender.id}/result`, label: t('result.title') }}
      eyebrow={`${t('genuine.kind.award_result')} ${award.noticeNo ?? ''}`}
      title={tender.title}
      lead={t('result.winner', { name: row?.supplier ?? '' })}
    >
      <Official paper={paper}>
        {ended ? <p>{t(`result.${award.state as 'declined'}`, { reason: award.endReason ?? '' })}</p> : null}
        <Parties parties={result.parties} />
        <Facts
          facts={[
            { term: t('contract.buyer'), text: buyer.name },
            { term: t('genuine.ref'), text: tender.refNo },
            { term: t('result.price'), text: f.money(award.price) },
            { term: t('genuine.date'), text: f.date(award.notifiedAt!) },
            ...(award.reason
              ? [{ term: t('genuine.why'), text: t('result.reason', { reason: award.reason }) }]
              : []),
            { term: t('genuine.objection'), text: t('result.window', { at: until, buyer: buyer.name }) },
            {
              term: t('proof.ground'),
              text: t(method.mark === 'statute' ? 'result.ground' : 'result.ground.reference'),
            },
            { term: t('report.hash'), text: <span className="hash">{tender.reportHash}</span> },
          ]}
        />
        <Section title={t('report.ranking')}>
          <Ranking report={report} winner={ended ? undefined : award.proposalId} />
          <Averages report={report} />
        </Section>
        <ResultPanel result={result} />
        <SignLines who={[buyer.name]} />
      </Official>
    </Page>
  )
}
