import { useT } from '#app/i18n/use-t.ts'
import type { MyPanel } from '#domain/buy/evaluation/read-panel.ts'
import { type Task, TaskList } from '../task-list.tsx'

type Step = {
  key: 'declare' | 'qualification' | 'consultation' | 'low-price' | 'submit' | 'differences' | 'report'
  open: boolean
  done: boolean
}

const stepsOf = (p: MyPanel): Step[] => {
  const reported = p.call.reportHash !== null
  return [
    { key: 'declare', open: p.call.openedAt !== null, done: p.mine.state === 'declared_clear' },
    { key: 'qualification', open: p.ready, done: p.voted },
    ...(p.finals ? [{ key: 'consultation' as const, open: p.qualified, done: p.finals.opened }] : []),
    ...(p.lowPrice && p.qualified ? [{ key: 'low-price' as const, open: true, done: p.lowPrice.voted }] : []),
    { key: 'submit', open: p.scoring && p.left.length === 0, done: p.sheet === 'submitted' },
    { key: 'differences', open: p.locked && !reported, done: reported },
    { key: 'report', open: reported || p.locked, done: p.mine.signedAt !== null },
  ]
}

/** A member's way: declare, look at facts, score each alone, lock, sign. */
export const PanelTasks = ({ panel }: { panel: MyPanel }) => {
  const t = useT()
  const path = `/panel/${panel.call.id}`
  const step = ({ key, open, done }: Step): Task => ({
    title: t(`panel.step.${key}`),
    to: open ? `${path}/${key}` : undefined,
    state: t(done ? 'panel.done' : open ? 'panel.todo' : 'panel.later'),
    kind: done ? 'done' : open ? 'wait' : 'plain',
  })
  const judged = panel.call.criteria.filter((c) => c.kind !== 'formula')
  const score = (c: (typeof judged)[number]): Task => {
    const left = panel.left.filter((l) => l.criterionId === c.id).length
    return {
      title: t('panel.column.task', { name: c.name, max: c.max }),
      to: `${path}/column/${c.code}`,
      state: left === 0 ? t('panel.done') : t('panel.column.left', { n: left }),
      kind: left === 0 ? 'done' : 'wait',
    }
  }
  const steps = stepsOf(panel)
  const at = steps.findIndex((s) => s.key === 'submit')
  return (
    <TaskList
      tasks={[
        ...steps.slice(0, at).map(step),
        ...(panel.scoring ? judged.map(score) : []),
        ...steps.slice(at).map(step),
      ]}
    />
  )
}
