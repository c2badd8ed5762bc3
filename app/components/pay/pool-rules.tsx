import { useT } from '#app/i18n/use-t.ts'
import type { PoolRule } from '#domain/treasury/pool-rule.ts'
import { Table } from '../table.tsx'

/** What the money of each source may pay for, on what ground, and who may pay it out. */
export const PoolRules = ({ rules }: { rules: readonly PoolRule[] }) => {
  const t = useT()
  const all = (codes: readonly string[] | null, prefix: 'category' | 'item-type') =>
    codes === null
      ? t('pool-rule.all')
      : codes.length === 0
        ? t('pool-rule.nothing')
        : codes.map((code) => t(`${prefix}.${code}` as 'category.ELDER')).join(t('list.comma'))
  return (
    <Table
      caption={t('pool-rule.title')}
      captionHidden
      columns={[
        { head: t('budget.source') },
        { head: t('pool-rule.categories') },
        { head: t('pool-rule.items') },
        { head: t('pool-rule.paid-by') },
        { head: t('pool-rule.ground') },
      ]}
      rows={rules.map((rule) => ({
        key: rule.id,
        cells: [
          t(`budget.source.${rule.source}`),
          all(rule.categories, 'category'),
          all(rule.itemTypes, 'item-type'),
          t(rule.fiscal ? 'pool-rule.treasury' : 'pool-rule.any'),
          <span key="g" className="small">
            {rule.ground}
            <span className="quiet block">
              {t(`due.mark.${rule.mark === 'statute' ? 'law' : (rule.mark as 'local')}`)} ·{' '}
              {t(`rules.certainty.${rule.certainty as 'M'}`)}
            </span>
          </span>,
        ],
      }))}
    />
  )
}
