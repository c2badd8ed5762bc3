import { useLoaderData } from '@remix-run/react'
import { Page } from '#app/components/page.tsx'
import { useMean } from '#app/components/rate/rating-words.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { dateOf } from '#domain/dates.ts'
import { listRecords } from '#domain/rate/record/list-records.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('orgs.title')
export const loader = publicLoader(({ db, clock }) => listRecords(db, dateOf(clock.now())))

export default function Orgs() {
  const t = useT()
  const lang = useLang()
  const mean = useMean()
  const { bodies, least } = useLoaderData<typeof loader>()
  return (
    <Page title={t('orgs.title')} lead={t('orgs.lead')}>
      <p>
        <a href="/open/concentration">{t('concentration.see')}</a> ·{' '}
        <a href="/oversight">{t('oversight.public.title')}</a> ·{' '}
        <a href="/appraisals">{t('appraisal.title')}</a> · <a href="/ranking">{t('ranking.title')}</a>
      </p>
      {bodies.length === 0 ? (
        <p className="quiet">{t('orgs.none')}</p>
      ) : (
        <Table
          caption={t('orgs.title')}
          captionHidden
          columns={[
            { head: t('orgs.name') },
            { head: t('orgs.kind') },
            { head: t('orgs.projects') },
            { head: t('orgs.rating') },
          ]}
          rows={bodies.map((o) => ({
            key: o.id,
            cells: [
              <span key="n">
                <a href={`/orgs/${o.id}`}>{lang === 'en' ? (o.nameEn ?? o.name) : o.name}</a>{' '}
                {o.credit === 'normal' ? null : <Tag kind="late">{t(`org.credit.${o.credit}`)}</Tag>}
              </span>,
              `${t(`org.kind.${o.kind as 'organisation'}`)}${o.grade ? ` ${o.grade}` : ''}`,
              t('orgs.projects.n', { n: o.projects }),
              o.rating.count ? mean(o.rating, least) : '—',
            ],
          }))}
        />
      )}
    </Page>
  )
}
