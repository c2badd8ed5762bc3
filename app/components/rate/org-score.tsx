import { useT } from '#app/i18n/use-t.ts'
import type { scoreNow } from '#domain/rate/ranking/ranking-page.ts'
import { Details } from '../card.tsx'
import { FormulaWords, RankParts } from './ranking-table.tsx'

/** 综合得分 of an organisation, with what it is made of and the formula in force. */
export const OrgScore = ({ ranked }: { ranked: Awaited<ReturnType<typeof scoreNow>> }) => {
  const t = useT()
  const { formula, scored } = ranked
  return (
    <>
      <p>
        {t('ranking.org.score')}{' '}
        <span className="num">
          {scored
            ? t('ranking.range', { score: scored.score, low: scored.low, high: scored.high })
            : t('ranking.org.few')}
        </span>{' '}
        <a href="/ranking">{t('ranking.title')}</a>
      </p>
      <Details summary={t('ranking.parts')}>
        {scored ? <RankParts parts={scored.parts} /> : null}
        <p>{t('ranking.formula.how')}</p>
        <FormulaWords formula={formula} />
      </Details>
    </>
  )
}
