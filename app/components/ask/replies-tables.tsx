import { useT } from '#app/i18n/use-t.ts'
import type { readReplies } from '#domain/ask/suggestion/read-replies.ts'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'

type Replies = Awaited<ReturnType<typeof readReplies>>

/** How each body of a street answered: received, answered, in time, still owed. */
export const RepliesOfBodies = ({ bodies }: Pick<Replies, 'bodies'>) => {
  const t = useT()
  const columns = ['body', 'asked', 'answered', 'in-time', 'open-late', 'average', 'returned'] as const
  return (
    <Table
      captionHidden
      caption={t('replies.bodies')}
      columns={columns.map((c) => ({ head: t(`replies.${c}`) }))}
      rows={bodies.map((b) => ({
        key: b.id,
        cells: [
          b.name,
          b.asked,
          b.answered,
          b.inTime,
          b.overdue,
          b.averageDays === null ? t('replies.average.none') : t('replies.average.n', { n: b.averageDays }),
          b.returned,
        ],
      }))}
    />
  )
}

/** Whether needs come from residents or from the grid: 自治受抑 shows here first. */
export const RaisedBy = ({ raised }: Pick<Replies, 'raised'>) => {
  const t = useT()
  const f = useFormat()
  if (raised.posted === 0) return <p>{t('replies.raised.none')}</p>
  const rows = [
    ['residents', raised.byResidents],
    ['grid', raised.byGrid],
    ['committee', raised.byCommittee],
  ] as const
  return (
    <>
      <p>{t('replies.raised.lead', { n: raised.posted })}</p>
      <Table
        captionHidden
        caption={t('replies.raised')}
        columns={[
          { head: t('replies.raised.by') },
          { head: t('replies.raised.count') },
          { head: t('replies.raised.share') },
        ]}
        rows={rows.map(([by, n]) => ({
          key: by,
          cells: [t(`replies.raised.${by}`), n, f.percent(n / raised.posted)],
        }))}
      />
    </>
  )
}
