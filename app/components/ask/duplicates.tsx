import type { Translate } from '#app/i18n/index.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { Duplicate } from '#domain/ask/need/find-duplicates.ts'
import type { NeedState } from '#domain/ask/need/find-need.ts'
import { type Format, useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Section } from '../page.tsx'
import { Table } from '../table.tsx'

type Own = {
  id: string
  refNo: string
  title: string
  targetGroup: string
  estimate: number
  state: NeedState
  startsOn: string | null
  endsOn: string | null
}
const dates = (t: Translate, f: Format, from: string | null, to: string | null) =>
  from && to ? t('need.dates.text', { from: f.date(from), to: f.date(to) }) : t('need.dates.none')

/** 重复立项、重复资金: this need and those it may double, both sides beside each other, before anybody decides. */
export const Duplicates = ({ need, duplicates }: { need: Own; duplicates: readonly Duplicate[] }) => {
  const t = useT()
  const f = useFormat()
  if (duplicates.length === 0) return null
  const columns = ['need', 'group', 'dates', 'state', 'plan', 'estimate'] as const
  const own = {
    key: need.id,
    cells: [
      t('need.duplicates.this'),
      need.targetGroup,
      dates(t, f, need.startsOn, need.endsOn),
      t(`need.state.${need.state}`),
      t('need.duplicates.no-plan'),
      <Money key="money" fen={need.estimate} />,
    ],
  }
  const others = duplicates.map((d) => ({
    key: d.id,
    cells: [
      <a key="name" href={`/needs/${d.id}`}>
        {d.title}
      </a>,
      d.targetGroup,
      dates(t, f, d.from, d.to),
      t(`need.state.${d.state}`),
      d.plan ? (
        <a key="plan" href={`/projects/${d.plan.id}`}>
          {d.plan.refNo}
        </a>
      ) : (
        t('need.duplicates.no-plan')
      ),
      <Money key="money" fen={d.plan?.amount ?? d.estimate} />,
    ],
  }))
  return (
    <Section title={t('need.duplicates')}>
      <p>{t('need.duplicates.say')}</p>
      <Table
        captionHidden
        caption={t('need.duplicates')}
        columns={columns.map((c) => ({ head: t(`need.duplicates.${c}`), money: c === 'estimate' }))}
        rows={[own, ...others]}
      />
    </Section>
  )
}
