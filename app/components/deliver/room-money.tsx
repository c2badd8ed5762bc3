import { useT } from '#app/i18n/use-t.ts'
import type { Fen } from '#db/vocabulary.ts'
import { Links } from '../entry.tsx'
import { MilestoneTable, type ShownMilestone } from './milestone-table.tsx'

type Room = {
  id: string
  price: Fen
  milestones: readonly ShownMilestone[]
  acceptances: ReadonlyArray<{ id: string; milestoneId: string; state: string; met: number | null }>
  payments: ReadonlyArray<{ id: string; milestoneId: string; state: string; paidAt: Date | null }>
  may: { claim: boolean; money: boolean }
}

/** The tranches of a running contract, each with its check, its acceptance, and the money that follows. */
export const RoomMoney = ({ room }: { room: Room }) => {
  const t = useT()
  const linksOf = (m: ShownMilestone) => {
    const acceptance = room.acceptances.filter((a) => a.milestoneId === m.id).at(-1)
    const payment = room.payments.find((p) => p.milestoneId === m.id)
    return [
      ...(m.state === 'claimed' || m.state === 'checked'
        ? [{ to: `/desk/milestones/${m.id}`, label: t('milestone.see') }]
        : []),
      ...(acceptance ? [{ to: `/desk/acceptances/${acceptance.id}`, label: t('acceptance.see') }] : []),
      ...(m.state === 'accepted' && payment && room.may.money
        ? [{ to: `/desk/payments/${payment.id}`, label: t('room.payment.see') }]
        : []),
      ...(m.state === 'accepted' && !payment && room.may.claim
        ? [{ to: `/work/${room.id}/payment/${m.id}`, label: t('room.payment.request') }]
        : []),
    ]
  }
  return (
    <MilestoneTable
      milestones={room.milestones}
      price={room.price}
      act={(m) => <Links key="act" links={linksOf(m)} />}
    />
  )
}
