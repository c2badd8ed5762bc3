import { useT } from '#app/i18n/use-t.ts'
import { Bar } from '../bar.tsx'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'

export type Level = 1 | 2 | 3 | 4 | 5
export type OpinionSum = {
  opinions: number
  levels: ReadonlyArray<{ level: number; n: number }> | null
  satisfaction: number | null
  channels: { phone: number; paper: number; call: number } | null
}

/** What service users said, in sum: five levels, the channels, how many; never one person's answer. */
export const Opinions = ({ sum }: { sum: OpinionSum }) => {
  const t = useT()
  const f = useFormat()
  if (!sum.levels || sum.opinions === 0) return <p>{t('opinion.too-few', { n: sum.opinions })}</p>
  return (
    <>
      <p className="lead">{t('opinion.sum', { n: sum.opinions, share: sum.satisfaction ?? 0 })}</p>
      <Table
        caption={t('opinion.caption')}
        captionHidden
        columns={[
          { head: t('opinion.level') },
          { head: t('opinion.share') },
          { head: t('opinion.n'), money: true },
        ]}
        rows={sum.levels.map(({ level, n }) => ({
          key: String(level),
          cells: [
            t(`opinion.level.${level as Level}`),
            <Bar key="bar" share={n / sum.opinions} label={f.percent(n / sum.opinions)} />,
            n,
          ],
        }))}
      />
      {sum.channels ? <p className="quiet small">{t('opinion.channels', sum.channels)}</p> : null}
    </>
  )
}
