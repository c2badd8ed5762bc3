import { useLoaderData } from '@remix-run/react'
import { Empty } from '#app/components/card.tsx'
import { Entry } from '#app/components/entry.tsx'
import { useFormat } from '#app/components/format.ts'
import { Page, Section } from '#app/components/page.tsx'
import { FormulaWords, RankingTable, RankStanding } from '#app/components/rate/ranking-table.tsx'
import { titled } from '#app/components/shell/title.ts'
import { publicLoader } from '#app/http/page-loader.server.ts'
import { useT } from '#app/i18n/use-t.ts'
import { publicRanking } from '#domain/rate/ranking/ranking-page.ts'

export { publicHeaders as headers } from '#app/http/public-headers.ts'
export const handle = titled('ranking.title')
export const loader = publicLoader(({ db, clock }) => publicRanking(db, clock.now()))

/** 评分排名 */
export default function Ranking() {
  const t = useT()
  const f = useFormat()
  const { newest, earlier, formulas, merits, least } = useLoaderData<typeof loader>()
  const title = (r: { period: string; kind: 'organisation' | 'street' }) =>
    t('ranking.of', { period: r.period, kind: t(`ranking.kind.${r.kind}`) })
  return (
    <Page title={t('ranking.title')} lead={t('ranking.lead')}>
      {newest.length === 0 ? <Empty>{t('ranking.none')}</Empty> : null}
      {newest.map((r) => (
        <Section key={r.id} title={title(r)} aside={r.refNo}>
          <RankStanding r={r} />
          <RankingTable r={r} />
        </Section>
      ))}
      <Section title={t('ranking.formula')}>
        <p>{t('ranking.formula.how')}</p>
        <p>{t('ranking.formula.least', { least })}</p>
        {formulas.map((formula) => (
          <FormulaWords key={formula.kind} formula={formula} />
        ))}
      </Section>
      <Section title={t('ranking.merits')}>
        {merits.length === 0 ? <p className="quiet">{t('ranking.merits.none')}</p> : null}
        {merits.map((m) => (
          <Entry
            key={m.id}
            when={f.short(m.decidedAt)}
            title={`${t(`ranking.merit.${m.kind}`)} ${m.name}`}
            proof={[{ term: m.refNo, text: t('ranking.merit.why', { period: m.period }) }]}
          >
            <p>{m.words}</p>
          </Entry>
        ))}
      </Section>
      {earlier.length > 0 ? (
        <Section title={t('ranking.earlier')}>
          <ul>
            {earlier.map((r) => (
              <li key={r.id}>
                {title(r)} {r.refNo}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
