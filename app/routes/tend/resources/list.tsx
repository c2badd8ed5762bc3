import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { ResourceList } from '#app/components/tend/resource-list.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { resourcesPage } from '#domain/tend/resources/resource-pages.ts'

export const handle = titled('resources.title')
export const loader = pageLoader((ctx) => resourcesPage(ctx))

/** 资源清单: rooms, equipment, trainers and facilities that anybody may ask for. */
export default function Resources() {
  const t = useT()
  const { resources, signedIn, lends } = useLoaderData<typeof loader>()
  return (
    <Page title={t('resources.title')} lead={t('resources.lead')}>
      {signedIn || lends ? (
        <Acts>
          {signedIn ? (
            <ButtonLink to="/bookings" look="second">
              {t('bookings.mine')}
            </ButtonLink>
          ) : null}
          {lends ? (
            <ButtonLink to="/desk/resources" look="second">
              {t('resources.desk')}
            </ButtonLink>
          ) : null}
        </Acts>
      ) : null}
      <ResourceList resources={resources} />
    </Page>
  )
}
