import { useLoaderData } from '@remix-run/react'
import { Details, Empty } from '#app/components/card.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { Appraised } from '#app/components/rate/appraised.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { publicAppraisals } from '#domain/rate/appraisal/read-appraisals.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('appraisal.title')
export const loader = publicLoader(({ db, clock }) => publicAppraisals(db, dateOf(clock.now())))

/** 年度评议, community by community. */
export default function Appraisals() {
  const t = useT()
  const { results } = useLoaderData<typeof loader>()
  return (
    <Page title={t('appraisal.title')} lead={t('appraisal.lead')}>
      {results.length === 0 ? <Empty>{t('appraisal.none')}</Empty> : null}
      {results.map((r) => (
        <Section key={r.id} title={t('appraisal.of', { community: r.community, year: r.year })}>
          <Appraised result={r} />
        </Section>
      ))}
      <Details summary={t('org.formula')}>
        <p>{t('appraisal.formula')}</p>
      </Details>
    </Page>
  )
}
