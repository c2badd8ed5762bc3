import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { useFormat } from '#app/components/format.ts'
import { type Matter, Matters } from '#app/components/matters.tsx'
import { Page, Section } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { roundsShown, type ShownRound } from '#domain/ask/vote/list-rounds.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('votes.title')

export const loader = publicLoader((ctx, _params, url) =>
  roundsShown(ctx, url.searchParams.get('c') ?? undefined),
)

const useMatter = () => {
  const t = useT()
  const f = useFormat()
  const last = (row: ShownRound) => f.short(new Date(row.closesAt.getTime() - 1))
  return (row: ShownRound): Matter => ({
    key: row.id,
    kind: row.placeName,
    title: row.name,
    to: row.phase === 'announced' ? `/votes/${row.id}/result` : `/votes/${row.id}`,
    left: t(`round.phase.${row.phase}`),
    until:
      row.phase === 'waiting'
        ? t('votes.opens', { date: f.short(row.opensAt) })
        : t('votes.until', { date: last(row) }),
    soon: row.phase === 'open',
    say: t('votes.say', { n: row.maxChoices, amount: f.wan(row.budget) }),
    action: row.phase === 'open' ? { to: `/votes/${row.id}/cast`, label: t('votes.cast') } : undefined,
  })
}

export default function Rounds() {
  const t = useT()
  const matter = useMatter()
  const rounds = useLoaderData<typeof loader>()
  const open = rounds.filter((r) => r.phase === 'open')
  const rest = rounds.filter((r) => r.phase !== 'open')
  return (
    <Page title={t('votes.title')} lead={t('votes.lead')}>
      {open.length === 0 ? (
        <Empty action={{ to: '/needs', label: t('votes.needs') }}>{t('votes.none')}</Empty>
      ) : (
        <Matters matters={open.map(matter)} />
      )}
      {rest.length > 0 ? (
        <Section title={t('votes.rest')}>
          <Matters matters={rest.map(matter)} />
        </Section>
      ) : null}
    </Page>
  )
}
