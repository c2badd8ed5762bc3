import { useT } from '#app/i18n/use-t.ts'
import type { AppraisalResult } from '#domain/rate/appraisal/read-appraisals.ts'
import { Facts } from '../check-answers.tsx'
import { useFormat } from '../format.ts'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

/** 满意占比, never without its votes and its range. */
export const useShare = () => {
  const t = useT()
  const f = useFormat()
  return (
    said: AppraisalResult['projects'][number]['said'],
    { ballots, least }: { ballots: number; least: number },
  ) =>
    said
      ? t('appraisal.share', {
          votes: said.votes,
          ballots,
          share: f.percent(said.share),
          low: f.percent(said.low),
          high: f.percent(said.high),
        })
      : t('appraisal.few', { ballots, least })
}

/** One appraisal: its projects with how many were satisfied. */
export const Appraised = ({ result }: { result: AppraisalResult }) => {
  const t = useT()
  const share = useShare()
  const { community, year, projects, roundId } = result
  const title = t('appraisal.of', { community, year })
  return (
    <>
      <Table
        caption={title}
        captionHidden
        columns={[
          { head: t('appraisal.project') },
          { head: t('appraisal.org') },
          { head: t('appraisal.satisfied') },
        ]}
        rows={projects.map((p) => ({
          key: p.id,
          cells: [
            <a key="t" className="hit" href={`/projects/${p.planId}`}>
              {p.title}
            </a>,
            <a key="o" className="hit" href={`/orgs/${p.supplierId}`}>
              {p.supplier}
            </a>,
            share(p.said, result),
          ],
        }))}
      />
      <p>
        <a className="hit" href={`/votes/${roundId}/result`}>
          {t('appraisal.see')}
        </a>
      </p>
    </>
  )
}

/** 年度评议 of one minor work: how many of its community were satisfied, each year it was asked about. */
export const SaidOfWork = ({ appraised }: { appraised: readonly AppraisalResult[] }) => {
  const t = useT()
  const share = useShare()
  if (appraised.length === 0) return null
  return (
    <Section title={t('appraisal.title')}>
      <Facts
        facts={appraised.map((result) => ({
          term: t('appraisal.of', { community: result.community, year: result.year }),
          text: (
            <>
              {share(result.projects[0]?.said ?? null, result)}{' '}
              <a className="hit" href={`/votes/${result.roundId}/result`}>
                {t('appraisal.see')}
              </a>
            </>
          ),
        }))}
      />
    </Section>
  )
}
