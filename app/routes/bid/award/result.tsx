import { useLoaderData } from '@remix-run/react'
import { ChallengeRegister } from '#app/components/bid/challenge-register.tsx'
import { Parties } from '#app/components/bid/parties.tsx'
import { Averages, MemberScores, Ranking } from '#app/components/bid/report-table.tsx'
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
import { type Result, readResultPage } from '#domain/buy/award/result.ts'

export const handle = titled('result.title')
export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const loader = publicLoader((ctx, { tenderId }) => readResultPage(ctx.db, tenderId!))

const Panel = ({ result }: { result: Result }) => {
  const t = useT()
  return (
    <Section title={t('result.panel')} aside={t('result.panel.hint')}>
      <ul className="list-disc pl-6">
        {result.members.map((m) => (
          <li key={m.ordinal}>
            {m.name} <span className="quiet">{t(`panel.kind.${m.kind}`)}</span>
            {m.dissent ? <Note>{t('report.dissent.said', { words: m.dissent })}</Note> : null}
          </li>
        ))}
      </ul>
      {result.recused.length > 0 ? (
        <p className="quiet">{t('result.recused', { n: result.recused.length })}</p>
      ) : null}
      <p className="links screen">
        <a href={`/tenders/${result.tender.id}/draw`}>{t('draw.title')}</a>
      </p>
    </Section>
  )
}

/** 采购文件 goes out with the result (实施条例 第四十三条). */
const Documents = ({ result: { tender, documents, documentHash } }: { result: Result }) => {
  const t = useT()
  return (
    <Section title={t('result.documents')} aside={t('result.documents.hint')}>
      <ul className="list-disc pl-6">
        <li>
          <a href={`/tenders/${tender.id}`}>{t('result.documents.call', { no: tender.refNo })}</a>{' '}
          <span className="hash">{documentHash.slice(0, 16)}</span>
        </li>
        {documents.map((d) => (
          <li key={d.id}>
            <a href={`/tenders/${tender.id}/documents/${d.id}`}>{d.name}</a>{' '}
            <span className="hash">{d.hash.slice(0, 16)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Published = ({ result }: { result: Result }) => {
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
      <Panel result={result} />
      <ChallengeRegister challenges={result.challenges} tenderId={tender.id} />
      <Documents result={result} />
      <Links
        links={[
          { to: `/tenders/${tender.id}/opening`, label: t('opening.title') },
          { to: `/projects/${tender.planId}`, label: t('result.project') },
        ]}
      />
    </>
  )
}

export default function ResultPage() {
  const t = useT()
  const f = useFormat()
  const { call, result } = useLoaderData<typeof loader>()
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
        <Published result={result} />
      ) : (
        <Links links={[{ to: `/tenders/${call.id}/opening`, label: t('opening.title') }]} />
      )}
    </Page>
  )
}
