import { useT } from '#app/i18n/use-t.ts'
import type { readBurden } from '#domain/ask/suggestion/burden/read-burden.ts'
import { Table } from '../table.tsx'

type Burden = Awaited<ReturnType<typeof readBurden>>
/** Minutes as hours to one place, as they were typed. */
export const hoursOf = (minutes: number) => Math.round(minutes / 6) / 10
const counts = ['forms', 'copies', 'hours', 'outside', 'came', 'handed-on', 'assisted', 'given-back'] as const

/** What each community was asked for, and what it did beside. */
export const BurdenByCommunity = ({ rows }: Pick<Burden, 'rows'>) => {
  const t = useT()
  return (
    <Table
      captionHidden
      caption={t('burden.communities')}
      columns={[{ head: t('burden.community') }, ...counts.map((c) => ({ head: t(`burden.${c}`) }))]}
      rows={rows.map((r) => ({
        key: r.id,
        cells: [
          ...[r.name, r.forms, r.copies, hoursOf(r.minutes), r.outside],
          ...[r.came, r.handedOn, r.assisted, r.givenBack],
        ],
      }))}
    />
  )
}

/** Which department asked for how much. */
export const BurdenByOffice = ({ offices }: Pick<Burden, 'offices'>) => {
  const t = useT()
  return (
    <Table
      captionHidden
      caption={t('burden.offices')}
      columns={(['office', 'of-communities', 'forms', 'copies', 'hours', 'outside'] as const).map((c) => ({
        head: t(`burden.${c}`),
      }))}
      rows={offices.map((o) => ({
        key: o.office,
        cells: [o.office, o.communities, o.forms, o.copies, hoursOf(o.minutes), o.outside],
      }))}
    />
  )
}
