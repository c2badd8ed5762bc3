import type { Translate } from '#app/i18n/index.ts'
import type { readDeskRound } from '#domain/ask/vote/read-round.ts'
import type { Task } from '../task-list.tsx'

type Data = Awaited<ReturnType<typeof readDeskRound>>

type State = Pick<Task, 'state' | 'kind'>
const stateIn =
  (t: Translate) =>
  (done: boolean): State => ({
    state: t(done ? 'round.step.done' : 'round.step.todo'),
    kind: done ? 'done' : 'wait',
  })

/** A way in is no chore to be done: it has not begun, is open, or is shut. */
const runningIn = (t: Translate, phase: Data['round']['phase']): State => {
  if (phase === 'open') return { state: t('round.step.running'), kind: 'live' }
  const before = phase === 'draft' || phase === 'waiting'
  return { state: t(before ? 'round.step.before' : 'round.step.shut'), kind: 'plain' }
}

/** Up to the seal: slate, roll, slips, and the key of a round that has keepers. */
function preparing({ round, roll, can, keyTried, file }: Data, t: Translate): Task[] {
  const desk = `/desk/rounds/${round.id}`
  const draft = round.phase === 'draft'
  const state = stateIn(t)
  const atKey = round.state === 'void' ? undefined : `${desk}/key`
  return [
    {
      title: t('round.step.slate'),
      to: draft && can.change && !file ? `${desk}/edit` : undefined,
      ...state(true),
    },
    {
      title: t('round.step.roll'),
      to: draft && can.load_roll ? `${desk}/roll` : undefined,
      ...state(roll > 0),
    },
    {
      title: t('round.step.slips'),
      to: draft && can.print_slips && roll > 0 ? `${desk}/slips` : undefined,
      ...state(round.slipsAt !== null),
    },
    ...(round.level === 'L1' ? [{ title: t('round.step.key'), to: atKey, ...state(keyTried) }] : []),
  ]
}

/** Every way into the box beside the telephone: help, kiosk, paper; single slips; whom to call back on. */
function channels({ round, can, helps, callsBack }: Data, t: Translate): Task[] {
  const desk = `/desk/rounds/${round.id}`
  const live = round.phase === 'waiting' || round.phase === 'open'
  const voting = round.phase === 'open' || round.phase === 'closed'
  const over = runningIn(t, round.phase)
  const task = (key: 'help' | 'kiosk' | 'paper' | 'reissue' | 'callbacks', to: string, shown: boolean) => ({
    title: t(`round.step.${key}`),
    to: shown ? to : undefined,
    ...over,
  })
  return [
    task('help', `${desk}/assist`, helps && round.phase === 'open'),
    ...(live || voting
      ? [
          task('kiosk', '/kiosk/unlock', helps && round.phase === 'open'),
          task('paper', `${desk}/paper`, helps || callsBack),
          task('reissue', `${desk}/reissue`, can.reissue_slip && live),
          task('callbacks', `${desk}/callbacks`, callsBack && voting),
        ]
      : []),
  ]
}

/** The road of one round, step by step, each with where it stands. */
export function roundTasks(data: Data, t: Translate): Task[] {
  const { round } = data
  const desk = `/desk/rounds/${round.id}`
  const state = stateIn(t)
  const sealed = round.sealedAt !== null
  const counted = round.countedAt !== null
  return [
    ...preparing(data, t),
    { title: t('round.step.seal'), ...state(sealed) },
    ...channels(data, t),
    {
      title: t('round.step.count'),
      to: round.phase === 'closed' ? `${desk}/count` : undefined,
      ...state(counted),
    },
    {
      title: t('round.step.announce'),
      to: counted ? `/votes/${round.id}/result` : undefined,
      ...state(round.announcedAt !== null),
    },
  ]
}
