import type { Fen, milestoneGates } from '#db/vocabulary.ts'
import { MilestoneTable } from './milestone-table.tsx'

type Planned = {
  ordinal: number
  title: string
  gate: (typeof milestoneGates)[number]
  percent: number
  price: Fen
  dueOn: string
}

/** Tranches as a contract would fix them, before there is one. */
export const PlannedMilestones = ({ milestones, price }: { milestones: readonly Planned[]; price: Fen }) => (
  <MilestoneTable
    price={price}
    milestones={milestones.map((m) => ({
      ...m,
      id: String(m.ordinal),
      payable: m.price,
      state: 'planned',
      acceptedAt: null,
    }))}
  />
)
