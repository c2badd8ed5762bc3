import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { careList } from '#domain/deliver/care/care-list.ts'

export const handle = titled('care.list')
export const loader = pageLoader((ctx) => careList(ctx))

/** Requests and grants at the station, the committee, the centre and the buyer. */
export default function CareList() {
  const t = useT()
  const f = useFormat()
  const { body, asks, cares } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('care.list')} lead={t('care.list.lead', { body })}>
      {asks ? (
        <Acts>
          <ButtonLink to="/desk/care/new">{t('care.list.new')}</ButtonLink>
        </Acts>
      ) : null}
      {cares.length === 0 ? <Empty>{t('care.list.none')}</Empty> : null}
      <Matters
        matters={cares.map(({ id, refNo, state, name, at }) => ({
          key: id,
          kind: refNo,
          title: name,
          to: `/care/${id}`,
          left: t(`care.state.${state}`),
          until: f.shortDate(at),
        }))}
      />
    </Page>
  )
}
