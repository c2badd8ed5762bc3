import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { CareCard } from '#app/components/care/care-card.tsx'
import { CareCriteria } from '#app/components/care/criteria.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { careHome } from '#domain/deliver/care/care-page.ts'

export const handle = titled('care.title')
export const loader = pageLoader((ctx) => careHome(ctx))

/** 居家服务, for an old person and whoever acts for her. */
export default function CareHome() {
  const t = useT()
  const { signedIn, cards, criteria, open } = useLoaderData<typeof loader>()
  const apply = signedIn ? '/care/apply' : '/sign-in?to=/care/apply'
  return (
    <Page narrow title={t('care.title')} lead={t('care.lead')}>
      <div className="grid gap-4">
        {cards.map((card) => (
          <CareCard key={card.id} card={card} />
        ))}
      </div>
      <Section title={t('care.for-whom')}>
        <CareCriteria criteria={criteria} />
        {open ? (
          <Acts>
            <ButtonLink to={apply} look={cards.length > 0 ? 'second' : 'first'}>
              {t(signedIn ? 'care.apply' : 'care.sign-in')}
            </ButtonLink>
          </Acts>
        ) : (
          <Empty>{t('care.none-open')}</Empty>
        )}
      </Section>
    </Page>
  )
}
