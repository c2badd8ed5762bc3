import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Links } from '#app/components/entry.tsx'
import { ShownService, usePlaces, useTitleOf } from '#app/components/open/shown-service.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { takeUp } from '#domain/open/gaps/take-up.ts'

export const handle = titled('showcase.want')
export const loader = pageLoader((ctx, { planId }) => takeUp(ctx, planId!))

/** 我们也想要: a committee writes it down, a resident says 我也需要. */
export default function TakeUp() {
  const t = useT()
  const titleOf = useTitleOf()
  const placesOf = usePlaces()
  const { shown, least, writes, signedIn, alike, topic } = useLoaderData<typeof loader>()
  const [title, place] = [titleOf(shown.plan), placesOf(shown.communities)]
  return (
    <Page
      narrow
      back={{ to: '/showcase', label: t('showcase.title') }}
      title={t('showcase.want.title', { title })}
      lead={t('showcase.want.lead', { place })}
    >
      {writes ? (
        <>
          <p>{t('showcase.write.say')}</p>
          <Acts>
            <ButtonLink to={`/desk/needs/new?like=${shown.planId}`}>{t('showcase.write')}</ButtonLink>
          </Acts>
        </>
      ) : (
        <Section title={t(alike.length > 0 ? 'showcase.alike' : 'showcase.ask')}>
          {alike.length > 0 ? (
            <Links links={alike.map((n) => ({ to: `/needs/${n.id}/me-too`, label: n.title }))} />
          ) : (
            <p className="quiet">{t(signedIn ? 'showcase.alike.none' : 'showcase.sign-in')}</p>
          )}
          <p>{t('showcase.ask.say', { place, title })}</p>
          <Acts>
            <ButtonLink to={topic ? `/ask/new?topic=need:${topic}` : '/ask/new'}>
              {t('showcase.ask')}
            </ButtonLink>
          </Acts>
        </Section>
      )}
      <Section title={title}>
        <ShownService shown={shown} least={least} />
        <Links links={[{ to: `/projects/${shown.planId}`, label: t('showcase.project') }]} />
      </Section>
    </Page>
  )
}
