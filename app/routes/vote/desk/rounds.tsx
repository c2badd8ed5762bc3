import { useLoaderData } from '@remix-run/react'
import { Acts, ButtonLink } from '#app/components/button.tsx'
import { Empty } from '#app/components/card.tsx'
import { ExcelLink } from '#app/components/excel-link.tsx'
import { useFormat } from '#app/components/format.ts'
import { Matters } from '#app/components/matters.tsx'
import { Page } from '#app/components/page.tsx'
import { titled } from '#app/components/shell/title.ts'
import { pageLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { listDeskRounds } from '#domain/ask/vote/read-round.ts'

export const handle = titled('rounds.title')
export const loader = pageLoader((ctx) => listDeskRounds(ctx))

export default function DeskRounds() {
  const t = useT()
  const f = useFormat()
  const { rounds, mayDraft } = useLoaderData<typeof loader>()
  return (
    <Page back={{ to: '/desk' }} title={t('rounds.title')} lead={t('rounds.lead')}>
      {mayDraft ? (
        <Acts>
          <ButtonLink to="/desk/rounds/new">{t('rounds.new')}</ButtonLink>
          <ButtonLink look="second" to="/desk/rounds/import">
            {t('pb.link')}
          </ButtonLink>
        </Acts>
      ) : null}
      {rounds.length === 0 ? (
        <Empty>{t('rounds.none')}</Empty>
      ) : (
        <Matters
          matters={rounds.map((round) => ({
            key: round.id,
            kind: round.placeName,
            title: round.name,
            to: `/desk/rounds/${round.id}`,
            left: t(`round.phase.${round.phase}`),
            until: `${f.short(round.opensAt)} — ${f.short(new Date(round.closesAt.getTime() - 1))}`,
            say: `${round.refNo} · ${f.wan(round.budget)}`,
          }))}
        />
      )}
      <ExcelLink to="/desk/rounds.xlsx" />
    </Page>
  )
}
