import { useT } from '#app/i18n/use-t.ts'
import type { HandoverMatter } from '#db/schema/contract.ts'
import { Note } from '../card.tsx'
import { useFormat } from '../format.ts'
import { sentenceOf } from '../open/desk-rows.tsx'
import { Rows } from '../rows.tsx'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'

type Matter = HandoverMatter & { open?: boolean }

/** Open matters of a post, item by item: what is to be done, with what, until when, and whether it was done since. */
export const HandoverMatters = ({ matters }: { matters: readonly Matter[] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <Rows
      rows={matters.map((one) => ({
        key: `${one.key} ${one.link} ${one.matter}`,
        title: sentenceOf(t, one),
        to: one.link,
        of: one.matter,
        why: (
          <>
            {one.due === null ? t('handover.no-due') : t('handover.due', { date: f.day(one.due - 1) })}
            {one.open === undefined ? null : (
              <span className="ml-3">
                <Tag kind={one.open ? 'wait' : 'done'}>
                  {t(one.open ? 'handover.still-open' : 'handover.done-since')}
                </Tag>
              </span>
            )}
          </>
        ),
      }))}
    />
  )
}

/** 密钥份额: what to do about each, where any is among the matters. */
export const SharesKept = ({ matters }: { matters: ReadonlyArray<Pick<Matter, 'key' | 'open'>> }) => {
  const t = useT()
  const kept = matters.filter(({ key, open }) => /^handover\.(share|keeper)$/.test(key) && open !== false)
  if (kept.length === 0) return null
  return <Note kind="wait">{t('handover.shares', { n: kept.length })}</Note>
}

type Kind = Pick<HandoverMatter, 'key' | 'params' | 'due'> & { n: number }

/** How much of what is open, for who appoints. */
export const HandoverKinds = ({ kinds }: { kinds: readonly Kind[] }) => {
  const t = useT()
  const f = useFormat()
  return (
    <>
      <p className="small quiet">{t('handover.matters.kinds')}</p>
      <Table
        caption={t('handover.matters')}
        captionHidden
        columns={[
          { head: t('handover.kind') },
          { head: t('handover.count') },
          { head: t('handover.first-due') },
        ]}
        rows={kinds.map((one) => ({
          key: one.key,
          cells: [
            sentenceOf(t, one),
            f.number(one.n),
            one.due === null ? t('handover.no-due') : f.day(one.due - 1),
          ],
        }))}
      />
    </>
  )
}
