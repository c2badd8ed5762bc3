import { useLoaderData } from '@remix-run/react'
import { useFigureNamed, useFigureSaid } from '#app/components/buy/figure-said.ts'
import { KnownYears } from '#app/components/buy/known-years.tsx'
import { useBounds, useNeeds } from '#app/components/buy/route-choice.tsx'
import { useNamed } from '#app/components/buy/use-named.ts'
import { Links } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { Table } from '#app/components/table.tsx'
import { Tag } from '#app/components/tag.tsx'
import { Timeline } from '#app/components/timeline.tsx'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { rulesPage } from '#domain/buy/plan/rules-page.ts'

export const handle = titled('rules.title')
export const loader = pageLoader((ctx) => rulesPage(ctx))

type Shown = ReturnType<typeof useLoaderData<typeof loader>>
const Routes = ({
  routes,
  places,
  sets,
  reviewDays,
  law,
}: Omit<Shown, 'clocks' | 'history' | 'figuresSet' | 'years'>) => {
  const t = useT()
  const named = useNamed()
  const needs = useNeeds({ reviewDays, law })
  const bounds = useBounds()
  const where = (id: string | null) => places.find((place) => place.id === id)?.name
  return routes.map((m) => (
    <Section key={m.id} title={named(m)} aside={bounds(m)}>
      <p>
        <Tag kind={m.offered ? 'done' : 'plain'}>{t(m.offered ? 'rules.offered' : 'rules.not-offered')}</Tag>{' '}
        {m.placeId ? t('rules.place', { place: where(m.placeId) ?? m.placeId }) : null}
      </p>
      <p>{needs(m).join(t('list.semicolon'))}</p>
      <p className="quiet small">
        {m.basis} · {t(`due.mark.${m.mark === 'statute' ? 'law' : (m.mark as 'local')}`)} ·{' '}
        {t(`rules.certainty.${m.certainty as 'M'}`)} · {t('route.version', { n: m.version, from: m.from })}
      </p>
      {sets ? (
        <a className="hit" href={`/desk/routes/${m.id}`}>
          {t('rules.edit')}
        </a>
      ) : null}
    </Section>
  ))
}

const Clocks = ({ clocks }: Pick<Shown, 'clocks'>) => {
  const t = useT()
  return (
    <Table
      caption={t('rules.clocks')}
      captionHidden
      columns={[
        { head: t('rules.clock') },
        { head: t('rules.value') },
        { head: t('rules.article') },
        { head: t('rules.certainty') },
      ]}
      rows={clocks.map((c) => ({
        key: c.id,
        cells: [
          t(`rules.name.${c.code as 'RECTIFY'}`),
          t(`rules.unit.${c.unit as 'wd'}`, { n: c.value }),
          `${c.source} · ${t(`due.mark.${c.mark === 'statute' ? 'law' : (c.mark as 'local')}`)}`,
          t(`rules.certainty.${c.certainty as 'M'}`),
        ],
      }))}
    />
  )
}

/** 采购方式和法定期限: which amount takes which way and how long each step lasts, for anybody to read. */
export default function Rules() {
  const t = useT()
  const f = useFormat()
  const named = useNamed()
  const called = useFigureNamed()
  const said = useFigureSaid()
  const { clocks, figuresSet, history, years, ...shown } = useLoaderData<typeof loader>()
  return (
    <Page title={t('rules.title')} lead={t('rules.lead', { mark: t('rules.certainty.M') })}>
      <Routes {...shown} />
      <Section plain title={t('rules.clocks')}>
        <Clocks clocks={clocks} />
        {shown.sets ? <Links links={[{ to: '/desk/figures', label: t('figure.set') }]} /> : null}
      </Section>
      <KnownYears years={years} />
      <Links
        links={[
          { to: '/contract-templates', label: t('contract-template.title') },
          { to: '/delegations', label: t('delegation.title') },
        ]}
      />
      <Section title={t('rules.history')}>
        <Timeline
          moments={[
            ...figuresSet.map((v) => ({
              key: v.id,
              when: f.day(v.from),
              title: t('figure.version.of', { name: called(v), n: v.version, value: said(v) }),
              text: v.source,
            })),
            ...history.map((m) => ({
              key: m.id,
              when: f.day(m.from),
              title: t('rules.history.of', { route: named(m), n: m.version }),
              text: m.ground ?? m.basis,
            })),
          ]}
        />
      </Section>
    </Page>
  )
}
