import { useT } from '#app/i18n/use-t.ts'
import type { evidenceOf } from '#domain/ask/need/find-evidence.ts'
import { Entry } from '../entry.tsx'
import { useFormat } from '../format.ts'

type Cited = Awaited<ReturnType<typeof evidenceOf>>[number]

/** Why a need is a need: each source with the figures as they stood when cited, and the paper behind it. */
export const NeedProof = ({ evidence }: { evidence: readonly Cited[] }) => {
  const t = useT()
  const f = useFormat()
  return evidence.map(({ evidence: e, surveyName, surveyRef, surveyClosed }) => {
    if (e.kind === 'survey')
      return (
        <Entry
          key={e.id}
          title={t('need.survey.says', { share: f.percent(e.share ?? 0) })}
          proof={[
            { term: t('proof.paper'), text: <a href={`/surveys/${e.refId}`}>{surveyRef}</a> },
            { term: t('report.sample'), text: t('report.sample.n', { n: e.sample ?? 0 }) },
            ...(surveyClosed
              ? [{ term: t('report.until'), text: f.day(new Date(surveyClosed.getTime() - 1)) }]
              : []),
          ]}
        >
          <p>{surveyName}</p>
        </Entry>
      )
    if (e.kind === 'meeting')
      return (
        <Entry
          key={e.id}
          title={t('need.meeting-says', { n: e.count ?? 0, of: e.sample ?? 0 })}
          proof={[{ term: t('proof.paper'), text: <a href={`/meetings/${e.refId}`}>{e.note}</a> }]}
        />
      )
    return (
      <Entry
        key={e.id}
        title={
          e.kind === 'suggestion'
            ? t('need.asked-by', { n: e.count ?? 1 })
            : t('need.grid-events', { n: e.count ?? 1 })
        }
        proof={e.note ? [{ term: t('proof.paper'), text: e.note }] : []}
      />
    )
  })
}
