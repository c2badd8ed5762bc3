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
  const some = (n: number) => ({
    state: n > 0 ? t('bid.done') : t('bid.optional'),
    kind: n > 0 ? ('done' as const) : ('plain' as const),
  })
  const { experience, finance, consortium } = body
  const recordNote =
    experience.length + finance.length > 0
      ? t('bid.done.record', { n: experience.length, years: finance.length })
      : undefined
  const partners = consortium?.partners.length ?? 0
  const waits =
    consortium?.agreement && missing.includes('consortium') ? { state: t('consortium.waiting') } : {}
  const allied: Task = consortium
    ? { ...task('consortium', t('bid.allied', { n: partners })), ...waits }
    : { ...task('consortium'), state: t('bid.alone'), kind: 'plain' }
  const waiting = team.filter((m) => m.consentedAt === null).length
  return (
    <TaskList
      tasks={[
        task('organisation'),
        ...(call.consortium ? [allied] : []),
        task('team', waiting > 0 ? t('bid.team.waiting', { n: waiting }) : undefined),
        ...textParts(own).map(part),
        { ...task('record'), ...some(body.experience.length + body.finance.length), note: recordNote },
        { ...task('texts'), ...some(Object.keys(body.texts).length) },
        task('budget', body.budget ? f.money(body.budget.price) : undefined),
        task('indicators'),
        { ...task('attachments'), state: t('bid.files', { n: body.attachments.length }), kind: 'plain' },
        task('integrity'),
      ]}
    />
  )
}
