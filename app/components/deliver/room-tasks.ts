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

const linkTo = ({ id }: Room, may: boolean, path: string) => (may ? `/work/${id}/${path}` : undefined)

/** Done, this person's to do, or waiting for another. */
const step = (t: Translate, title: string, is: boolean, to?: string): Task => ({
  title,
  to,
  state: t(is ? 'room.done' : to ? 'room.yours' : 'room.waits'),
  kind: is ? 'done' : to ? 'live' : 'plain',
})

/** Until work may begin: the card confirmed by all, both signatures, publication. */
function untilWork(room: Room, t: Translate): Task[] {
  const left = room.card.filter((side) => !side.confirmedAt).length
  const signs = room.acts.includes('contract.sign_by_supplier') && left === 0
  const atDesk = (act: string) => (room.acts.includes(act) ? `/desk/contracts/${room.id}` : undefined)
  return [
    step(t, t('room.task.card'), left === 0, linkTo(room, room.sector !== null, 'linkage')),
    step(t, t('room.task.supplier'), room.supplierSignedAt !== null, linkTo(room, signs, 'sign')),
    step(t, t('room.task.buyer'), room.buyerSignedAt !== null, atDesk('contract.sign')),
    step(t, t('room.task.publish'), room.publishedAt !== null, atDesk('contract.publish')),
  ]
}

/** What goes on while it is carried out: never done, only counted. */
const inService = (room: Room, t: Translate): Task[] => [
  {
    title: t('room.task.people'),
    to: linkTo(room, room.may.people, 'people'),
    state: t('diary.users.n', { n: room.served.users }),
    kind: room.served.users > 0 ? 'done' : 'plain',
  },
  {
    title: t('room.task.diary'),
    to: linkTo(room, room.may.record, 'diary/new'),
    state: t('diary.entries.n', { n: room.served.entries }),
    kind: room.served.entries > 0 ? 'done' : 'plain',
  },
]

/** Its milestones but the first, which publication passes: only the next one can be claimed. */
function toBeAccepted(room: Room, t: Translate): Task[] {
  const next = room.milestones.find((m) => m.state !== 'accepted')
  const turn = (m: ShownMilestone) => m.id === next?.id && (m.state === 'planned' || m.state === 'returned')
  return room.milestones
    .filter((m) => m.gate !== 'publication')
    .map((m) => {
      const to = linkTo(room, room.may.claim && turn(m), `milestones/${m.id}/claim`)
      return step(t, m.title, m.state === 'accepted', to)
    })
}

/** The contract's work as a task list: what is done, what is this person's, what is others'. */
export const roomTasks = (room: Room, t: Translate): Task[] => [
  ...untilWork(room, t),
  ...inService(room, t),
  ...toBeAccepted(room, t),
]
