import { useT } from '#app/i18n/use-t.ts'
import type { Missing } from '#domain/ask/need/check-publishing.ts'
import { Note } from '../card.tsx'
import { Form } from '../form.tsx'
import { Section } from '../page.tsx'
import { TaskList } from '../task-list.tsx'

type Props = {
  need: { id: string; itemType: string }
  evidence: ReadonlyArray<{ evidence: { kind: string } }>
  missing: readonly Missing[]
  edits: boolean
  publishes: boolean
}
const steps = [
  ['need-incomplete', 'need.task.write', 'edit'],
  ['duty-unnamed', 'duty.whose', 'edit#duty'],
  ['negative-list-unanswered', 'negative.title', 'negative-list'],
  ['catalogue-missing', 'need.task.catalogue', 'edit#catalogueId'],
  ['survey-missing', 'need.cite.title', 'evidence'],
] as const

const barred: readonly Missing[] = ['negative-list-hit', 'government-duty-not-for-community']

/** What is still to be done before a need is posted, and the posting itself. */
export const PublishNeed = ({ need, evidence, missing, edits, publishes }: Props) => {
  const t = useT()
  const hit = missing.some((m) => barred.includes(m))
  const cited = evidence.some((e) => e.evidence.kind === 'survey')
  const idle = (key: string) =>
    (key === 'survey-missing' && !cited) || (key === 'catalogue-missing' && need.itemType !== 'service')
  const open = missing.filter((m) => !barred.includes(m))
  return (
    <Section title={t('need.tasks')}>
      <TaskList
        tasks={steps.map(([key, title, path]) => ({
          title: t(title),
          ...(edits ? { to: `/desk/needs/${need.id}/${path}` } : {}),
          state: t(`need.task.${missing.includes(key) ? 'open' : idle(key) ? 'idle' : 'done'}`),
          kind: missing.includes(key) ? 'wait' : idle(key) ? 'plain' : 'done',
          note: missing.includes(key) ? t(`refusal.${key}`, { article: '' }) : undefined,
        }))}
      />
      {publishes && !hit ? (
        <Form name="publish" submit={t('need.publish')} hidden={{ onRecord: 'no' }} />
      ) : null}
      {publishes && hit ? (
        <>
          <Note kind="wait">{t('need.on-record.say')}</Note>
          <Form name="publish" look="second" submit={t('need.on-record')} hidden={{ onRecord: 'yes' }} />
        </>
      ) : null}
      {!publishes && open.length === 0 && !hit ? <Note kind="done">{t('need.ready.say')}</Note> : null}
    </Section>
  )
}
