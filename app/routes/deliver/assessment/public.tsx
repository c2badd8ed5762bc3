import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/check-answers.tsx'
import { AssessmentSheet, GradeRule } from '#app/components/deliver/assessment-sheet.tsx'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { publicAssessment } from '#domain/deliver/supervision/assessment/assessment-page.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('assessment.public')
export const loader = publicLoader(({ db }, { assessmentId }) => publicAssessment(db, assessmentId!))

export default function PublicAssessment() {
  const t = useT()
  const f = useFormat()
  const a = useLoaderData<typeof loader>()
  return (
    <Page
      back={{ to: `/projects/${a.planId}`, label: t('contract.project') }}
      eyebrow={`${t(`assessment.kind.${a.kind}`)} · ${a.refNo}`}
      title={a.title}
      lead={t('assessment.result', { score: a.score ?? 0, grade: a.grade ?? '' })}
    >
      <Facts
        facts={[
          { term: t('contract.supplier'), text: a.supplier },
          { term: t('assessment.publish.words'), text: a.words ?? '' },
          ...(a.publishedAt ? [{ term: t('assessment.published'), text: f.date(a.publishedAt) }] : []),
        ]}
      />
      <Section title={t('assessment.sheet')}>
        <AssessmentSheet items={a.means} />
        <GradeRule grades={a.grades} source={a.source} />
      </Section>
      <Section title={t('assessment.sheets')}>
        <p className="quiet">
          {t('assessment.sheets.lead', { n: a.sheets.length, recused: a.recused, replaced: a.replaced })}
        </p>
        <Table
          caption={t('assessment.sheets')}
          captionHidden
          columns={[
            { head: t('assessment.assessor') },
            { head: t('assessment.total') },
            { head: t('assessment.words') },
          ]}
          rows={a.sheets.map((s, at) => ({
            key: String(s.ordinal),
            cells: [t('assessment.assessor.n', { n: at + 1 }), f.number(s.total), s.words],
          }))}
        />
        <p className="small quiet">
          {t('assessment.seed')} <span className="hash">{a.seed}</span>
        </p>
      </Section>
      <Links links={[{ to: `/contracts/${a.contractId}`, label: t('contract.public') }]} />
    </Page>
  )
}
