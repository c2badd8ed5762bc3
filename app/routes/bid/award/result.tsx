import { useLoaderData } from '@remix-run/react'
import { AloneSaid } from '#app/components/bid/alone-fields.tsx'
import { ChallengeRegister } from '#app/components/bid/challenge-register.tsx'
import { Parties } from '#app/components/bid/parties.tsx'
import { Averages, MemberScores, Ranking } from '#app/components/bid/report-table.tsx'
import { ResultDocuments, ResultPanel } from '#app/components/bid/result-parts.tsx'
import { Details, Note } from '#app/components/card.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Money } from '#app/components/money.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Road } from '#app/components/road.tsx'
import { Sealed } from '#app/components/seal.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Alone } from '#domain/buy/award/alone.ts'
import { type Result, readResultPage } from '#domain/buy/award/result.ts'

export const handle = titled('result.title')
export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const loader = publicLoader((ctx, { tenderId }) => readResultPage(ctx, tenderId!))

type Read = Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'feedback' | 'objecting'>
const Published = ({ result, feedback, objecting }: Read & { result: Result }) => {
  const t = useT()
  const f = useFormat()
  const { tender, award, report, buyer, method } = result
  const row = report.rows.find((r) => r.proposalId === award.proposalId)
  const ended = award.state === 'cancelled' || award.state === 'declined'
  const names = Object.fromEntries(result.members.map((m) => [m.ordinal, m.name]))
  return (
    <>
      {ended ? (
        <Note kind="late">{t(`result.${award.state as 'declined'}`, { reason: award.endReason ?? '' })}</Note>
      ) : null}
      <div className="card board mt-8 grid gap-6 md:grid-cols-[minmax(0,1fr)_17rem] elder:grid-cols-1">
        <div>
          <h2>{t('result.winner', { name: row?.supplier ?? '' })}</h2>
          <Parties parties={result.parties} />
          <p className="mb-1 font-bold font-song text-2xl">
            <Money fen={award.price} />
          </p>
          {award.reason ? <p>{t('result.reason', { reason: award.reason })}</p> : null}
          {award.lateReason ? <p>{t('result.late-reason', { reason: award.lateReason })}</p> : null}
          <p className="mb-0">
            {t('result.window', { at: f.date(award.windowEndsAt!.getTime() - 1), buyer: buyer.name })}
          </p>
        </div>
        <div className="small">
          <Sealed
            words={[t('seal.award.1'), t('seal.award.2')]}
            number={award.noticeNo ?? ''}
            date={f.day(award.notifiedAt!)}
          />
          <p className="quiet mt-3 mb-0">
            {t('proof.ground')} {t(method.mark === 'statute' ? 'result.ground' : 'result.ground.reference')}
          </p>
          <p className="quiet mb-0">
            {t('report.hash')} <span className="hash">{tender.reportHash?.slice(0, 32)}</span>
          </p>
        </div>
      </div>
      <Section title={t('report.ranking')}>
        <Ranking report={report} winner={ended ? undefined : award.proposalId} />
        <Averages report={report} />
        <Details summary={t('report.each')}>
          <MemberScores report={report} names={names} />
        </Details>
      </Section>
      {result.award.alone ? <AloneSaid alone={result.award.alone as Alone} /> : null}
      <ResultPanel result={result} />
      <ChallengeRegister challenges={result.challenges} tenderId={tender.id} open={objecting} />
      <ResultDocuments result={result} />
      <Links
        links={[
          ...(feedback
            ? [{ to: `/tenders/${tender.id}/feedback/${feedback}`, label: t('feedback.own') }]
            : []),
          { to: `/tenders/${tender.id}/opening`, label: t('opening.title') },
          { to: `/tenders/${tender.id}/result/print`, label: t('genuine.print') },
          { to: `/projects/${tender.planId}`, label: t('result.project') },
        ]}
      />
    </>
  )
}

export default function ResultPage() {
  const t = useT()
  const f = useFormat()
  const { call, result, ...read } = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/tenders/${call.id}`, label: call.title }}
      eyebrow={t('result.eyebrow', { no: call.refNo })}
      title={t('result.title')}
      lead={
        result
          ? t('result.lead', { title: call.title, at: f.day(result.award.notifiedAt!) })
          : t('result.not-yet')
      }
    >
      <Road size="big" at="buy" here={result ? 85 : 60} notes={{ buy: [t(`tender.over.${call.state}`)] }} />
      {result ? (
        <Published result={result} {...read} />
      ) : (
        <Links links={[{ to: `/tenders/${call.id}/opening`, label: t('opening.title') }]} />
      )}
    </Page>
  )
}
