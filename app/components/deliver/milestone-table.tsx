import type { ReactNode } from 'react'
import { useT } from '#app/i18n/use-t.ts'
import type { Fen, milestoneGates, milestoneStates } from '#db/vocabulary.ts'
import { minus, sum } from '#domain/money.ts'
import { useFormat } from '../format.ts'
import { Money } from '../money.tsx'
import { Table } from '../table.tsx'
import { Tag, type TagKind } from '../tag.tsx'

type State = (typeof milestoneStates)[number]
export type ShownMilestone = {
  id: string
  ordinal: number
  title: string
  gate: (typeof milestoneGates)[number]
  percent: number
  price: Fen
  payable: Fen
  dueOn: string
  state: State
  acceptedAt: Date | null
  /** Its contract was ended before it was met. */
  ended?: boolean
}
const kinds: Record<State, TagKind> = {
  planned: 'plain',
  claimed: 'wait',
  checked: 'wait',
  accepted: 'done',
  returned: 'late',
}

/** Where a milestone stands, in words and colour. */
export const MilestoneTag = ({ state, ended }: { state: State; ended?: boolean | undefined }) => {
  const t = useT()
  if (ended) return <Tag kind="plain">{t('milestone.state.ended')}</Tag>
  return <Tag kind={kinds[state]}>{t(`milestone.state.${state}`)}</Tag>
}

type Props = { milestones: readonly ShownMilestone[]; price: Fen; act?: (m: ShownMilestone) => ReactNode }

/** The tranches of a contract: gate, money, state; the last line says that they sum to the price. */
export const MilestoneTable = ({ milestones, price, act }: Props) => {
  const t = useT()
  const f = useFormat()
  const total = sum(milestones.map((m) => m.price))
  const heads = [
    'milestone.title',
    'milestone.gate',
    'milestone.price',
    'milestone.state',
    ...(act ? ['milestone.act'] : []),
  ]
  return (
    <Table
      caption={t('milestone.unit')}
      columns={heads.map((key) => ({ head: t(key as 'milestone.title'), money: key === 'milestone.price' }))}
      rows={[
        ...milestones.map((m) => ({
          key: m.id,
          cells: [
            m.title,
            m.gate === 'publication'
              ? t('milestone.gate.publication')
              : t('milestone.due', { date: f.day(m.dueOn) }),
            <Money key="price" fen={m.price} />,
            <span key="state">
              <MilestoneTag state={m.state} ended={m.ended} />
              {m.payable < m.price ? (
                <span className="small quiet block">
                  {t('milestone.withheld', { sum: f.money(minus(m.price, m.payable)) })}
                </span>
              ) : null}
            </span>,
            ...(act ? [act(m)] : []),
          ],
        })),
        {
          key: 'sum',
          sum: true,
          cells: [
            t('milestone.sum', { n: milestones.length }),
            t(total === price ? 'milestone.sum.same' : 'milestone.sum.differs'),
            <Money key="sum" fen={total} />,
            '',
            ...(act ? [''] : []),
          ],
        },
      ]}
    />
  )
}
