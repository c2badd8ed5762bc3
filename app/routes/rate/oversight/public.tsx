import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { ObjectionCourse, ObjectionTag } from '#app/components/rate/objections.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import { publicOversights } from '#domain/rate/oversight/oversight-page.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('oversight.public.title')
export const loader = publicLoader(({ db }) => publicOversights(db))

/** 居务监督公开 */
export default function PublicOversight() {
  const t = useT()
  const lang = useLang()
  const { objections } = useLoaderData<typeof loader>()
  return (
    <Page title={t('oversight.public.title')} lead={t('oversight.public.lead')}>
      {objections.length === 0 ? <Empty>{t('oversight.public.none')}</Empty> : null}
      {objections.map((o) => (
        <Section
          key={o.id}
          title={o.matterTitle}
          aside={`${lang === 'en' ? (o.communityEn ?? o.community) : o.community} ${o.refNo}`}
        >
          <p>
            <ObjectionTag state={o.state} /> {t(`oversight.matter.${o.matter}`)}
          </p>
          <ObjectionCourse o={o} />
        </Section>
      ))}
    </Page>
  )
}
