import { useT } from '#app/i18n/use-t.ts'
import type { ShownConcentration } from '#domain/rate/record/concentration.ts'
import { Bar } from '../bar.tsx'
import { Details } from '../card.tsx'
import { useFormat } from '../format.ts'
import { ItemHeading } from '../heading.tsx'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'

/** Where a spread of money reads as narrow, and where as even. */
const word = (hhi: number) => (hhi > 2500 ? 'high' : hhi >= 1500 ? 'middle' : 'low')

/** One buyer's year: to whom its money went, and how narrow that is; a figure to look at, never a verdict. */
export const ConcentrationMeter = ({ of }: { of: ShownConcentration }) => {
  const t = useT()
  const f = useFormat()
  return (
    <article className="border-hair border-b py-4">
      <ItemHeading className="mb-1">{t('concentration.of', { buyer: of.buyer, year: of.year })}</ItemHeading>
      <p className="mb-2">
        {t('concentration.sum', { n: of.contracts, bodies: of.shares.length, total: f.money(of.total) })}{' '}
        {t(`concentration.hhi.${word(of.hhi)}`, { hhi: of.hhi })}
      </p>
      <Table
        caption={t('concentration.shares', { buyer: of.buyer, year: of.year })}
        captionHidden
        columns={[
          { head: t('orgs.name') },
          { head: t('concentration.share') },
          { head: t('concentration.contracts') },
          { head: t('org.project.price'), money: true },
        ]}
        rows={of.shares.map((s) => ({
          key: s.partyId,
          cells: [
            <a key="n" href={`/orgs/${s.partyId}`}>
              {s.name}
            </a>,
            <span key="s">
              {f.percent(s.share)} <Bar share={s.share} />
            </span>,
            String(s.contracts),
            <Money key="m" fen={s.amount} />,
          ],
        }))}
      />
    </article>
  )
}

/** How the figure is made. */
export const ConcentrationFormula = () => {
  const t = useT()
  return (
    <Details summary={t('org.formula')}>
      <p>{t('concentration.formula')}</p>
      <p>{t('concentration.bands')}</p>
      <p>{t('concentration.few')}</p>
    </Details>
  )
}
