import { useT } from '#app/i18n/use-t.ts'
import type { ShownOversight } from '#domain/rate/oversight/oversight-page.ts'
import { useFormat } from '../format.ts'
import { Table } from '../table.tsx'
import { Tag } from '../tag.tsx'
import { Timeline } from '../timeline.tsx'

/** As a page gets it: instants are words on the way. */
type Told<T> = {
  [K in keyof T]: T[K] extends Date ? string | Date : T[K] extends Date | null ? string | Date | null : T[K]
}
type Shown = Told<ShownOversight>

export const ObjectionTag = ({ state }: { state: Shown['state'] }) => {
  const t = useT()
  const kind = state === 'settled' || state === 'ruled' ? 'done' : 'wait'
  return <Tag kind={kind}>{t(`oversight.state.${state}`)}</Tag>
}

/** Every objection, with where it stands. */
export const ObjectionTable = ({ objections }: { objections: readonly Shown[] }) => {
  const t = useT()
  const f = useFormat()
  if (objections.length === 0) return <p className="quiet">{t('oversight.all.none')}</p>
  return (
    <Table
      caption={t('oversight.all')}
      captionHidden
      columns={[
        { head: t('oversight.matter') },
        { head: t('oversight.when') },
        { head: t('oversight.state') },
      ]}
      rows={objections.map((o) => ({
        key: o.id,
        cells: [
          <a key="t" className="hit" href={`/desk/oversight/${o.id}`}>
            {o.matterTitle}
          </a>,
          f.day(o.raisedAt),
          <ObjectionTag key="s" state={o.state} />,
        ],
      }))}
    />
  )
}

/** What was said, one after the other; nobody by name. */
export const ObjectionCourse = ({ o }: { o: Shown }) => {
  const t = useT()
  const f = useFormat()
  const step = (key: string, at: string | Date | null, title: string, text: string | null) =>
    at ? [{ key, when: f.day(at), title, text: text ?? '' }] : []
  const ruled = o.upheld ? t('oversight.ruled.yes') : t('oversight.ruled.no')
  return (
    <Timeline
      moments={[
        ...step('raised', o.raisedAt, t('oversight.raised'), o.words),
        ...step('answered', o.answeredAt, t('oversight.answer.title'), o.answer),
        ...step('settled', o.settledAt, t('oversight.settled'), null),
        ...step('escalated', o.escalatedAt, t('oversight.state.escalated'), o.escalation),
        ...step('ruled', o.ruledAt, ruled, o.ruling),
      ]}
    />
  )
}
