import { useT } from '#app/i18n/use-t.ts'
import type { Own } from '#domain/buy/proposal/read-own.ts'
import { useFormat } from '../format.ts'
import { type Task, TaskList } from '../task-list.tsx'

const textParts = (own: Own) => own.call.criteria.filter((c) => c.kind !== 'formula')

/** What is written, what is left: one row a section, one row a part of the plan. */
export const ProposalTasks = ({ own }: { own: Own }) => {
  const t = useT()
  const f = useFormat()
  const { call, body, team, missing } = own
  const path = `/tenders/${call.id}/proposal`
  const task = (section: Own['missing'][number], note?: string): Task => ({
    title: t(`bid.section.${section}`),
    to: `${path}/${section}`,
    state: t(missing.includes(section) ? 'bid.todo' : 'bid.done'),
    kind: missing.includes(section) ? 'wait' : 'done',
    note,
  })
  const part = (c: Own['call']['criteria'][number]): Task => {
    const written = Boolean(body.plan[c.code])
    const needed = c.kind === 'subjective'
    return {
      title: t('bid.part', { name: c.name, max: c.max }),
      to: `${path}/plan/${c.code}`,
      state: t(written ? 'bid.done' : needed ? 'bid.todo' : 'bid.optional'),
      kind: written ? 'done' : needed ? 'wait' : 'plain',
    }
  }
  const waiting = team.filter((m) => m.consentedAt === null).length
  return (
    <TaskList
      tasks={[
        task('organisation'),
        task('team', waiting > 0 ? t('bid.team.waiting', { n: waiting }) : undefined),
        ...textParts(own).map(part),
        task('budget', body.budget ? f.money(body.budget.price) : undefined),
        task('indicators'),
        { ...task('attachments'), state: t('bid.files', { n: body.attachments.length }), kind: 'plain' },
        task('integrity'),
      ]}
    />
  )
}
