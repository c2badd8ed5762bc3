import { useT } from '#app/i18n/use-t.ts'
import type { carePage } from '#domain/deliver/care/care-page.ts'
import { Table } from '../table.tsx'
import { useAmount } from './amount.tsx'

type Shown = Awaited<ReturnType<typeof carePage>>

/** Each month's account: given, booked, used, and what is left or lost. */
export const CareMonths = ({ months, unit }: { months: Shown['months']; unit: Shown['care']['unit'] }) => {
  const t = useT()
  const amount = useAmount()
  return (
    <>
      <Table
        caption={t('care.months')}
        captionHidden
        columns={[
          { head: t('care.months.month') },
          { head: t('care.months.granted') },
          { head: t('care.months.used') },
          { head: t('care.months.held') },
          { head: t('care.months.left') },
          { head: t('care.months.lost') },
        ]}
        rows={months.map((m) => ({
          key: m.month,
          cells: [
            m.month,
            amount(unit, m.granted),
            amount(unit, m.used),
            amount(unit, m.held),
            amount(unit, m.over ? 0 : m.available),
            amount(unit, m.over ? m.available : 0),
          ],
        }))}
      />
      <p className="quiet small">{t('care.months.hint')}</p>
    </>
  )
}
