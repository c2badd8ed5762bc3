import type { Translate } from '#app/i18n/index.ts'
import type { Task } from '../task-list.tsx'
import type { CardSide } from './contract-card.tsx'
import type { ShownMilestone } from './milestone-table.tsx'

type Room = {
  id: string
  state: string
  card: readonly CardSide[]
  sector: string | null
  acts: readonly string[]
  supplierSignedAt: Date | null
  buyerSignedAt: Date | null
  publishedAt: Date | null
  served: { entries: number; users: number }
  milestones: readonly ShownMilestone[]
  may: { record: boolean; people: boolean; claim: boolean }
}

/** The contract's work as a task list: what is done, what is this person's, what is others'. */
export function roomTasks(room: Room, t: Translate): Task[] {
  const done = (title: string, is: boolean, to?: string): Task => ({
    title,
    to,
    state: t(is ? 'room.done' : to ? 'room.yours' : 'room.waits'),
    kind: is ? 'done' : to ? 'live' : 'plain',
  })
  const left = room.card.filter((side) => !side.confirmedAt).length
  const link = (may: boolean, path: string) => (may ? `/work/${room.id}/${path}` : undefined)
  const signs = room.acts.includes('contract.sign_by_supplier') && left === 0
  const next = room.milestones.find((m) => m.state !== 'accepted')
  const turn = (m: ShownMilestone) => m.id === next?.id && (m.state === 'planned' || m.state === 'returned')
  return [
    done(t('room.task.card'), left === 0, link(room.sector !== null, 'linkage')),
    done(t('room.task.supplier'), room.supplierSignedAt !== null, link(signs, 'sign')),
    done(
      t('room.task.buyer'),
      room.buyerSignedAt !== null,
      room.acts.includes('contract.sign') ? `/desk/contracts/${room.id}` : undefined,
    ),
    done(
      t('room.task.publish'),
      room.publishedAt !== null,
      room.acts.includes('contract.publish') ? `/desk/contracts/${room.id}` : undefined,
    ),
    {
      title: t('room.task.people'),
      to: link(room.may.people, 'people'),
      state: t('diary.users.n', { n: room.served.users }),
      kind: room.served.users > 0 ? 'done' : 'plain',
    },
    {
      title: t('room.task.diary'),
      to: link(room.may.record, 'diary/new'),
      state: t('diary.entries.n', { n: room.served.entries }),
      kind: room.served.entries > 0 ? 'done' : 'plain',
    },
    ...room.milestones
      .filter((m) => m.gate !== 'publication')
      .map((m) =>
        done(m.title, m.state === 'accepted', link(room.may.claim && turn(m), `milestones/${m.id}/claim`)),
      ),
  ]
}
