import { useT } from '#app/i18n/use-t.ts'
import type { readForDrafting } from '#domain/ask/deliberation/read-desk.ts'
import { Choices } from '../../choices.tsx'
import { Field } from '../../field.tsx'
import { useFormat } from '../../format.ts'
import { useRuleName } from './rule-table.tsx'

type Page = Awaited<ReturnType<typeof readForDrafting>>

/** An instant as the field of a date and a time takes it, in Asia/Shanghai. */
export const typedMoment = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16)

/** What a meeting is arranged with; who meets cannot change afterwards. */
export const MeetingFields = ({ page, topicId }: { page: Page; topicId?: string }) => {
  const t = useT()
  const f = useFormat()
  const name = useRuleName()
  const { was, items, halls, topics, needs } = page
  const known = new Set(items.map((i) => i.topicId ?? i.needId))
  const own = was ? halls.filter((h) => h.id === was.bodyId) : halls
  return (
    <>
      <Choices
        name="bodyId"
        legend={t('meeting.new.body')}
        fallback={was?.bodyId ?? (own.length === 1 ? own[0]?.id : undefined)}
        options={own.map((h) => ({
          value: h.id,
          label: h.name,
          note: [name(h.rule), t('meeting.new.earliest', { date: f.date(h.earliest) })].join(t('ask.comma')),
        }))}
      />
      <Field name="title" label={t('meeting.new.name')} fallback={was?.title} />
      <Field
        name="startsAt"
        kind="datetime"
        label={t('meeting.new.starts')}
        fallback={was ? typedMoment(was.startsAt) : undefined}
      />
      <Field name="place" label={t('meeting.new.place')} fallback={was?.place} />
      <Field name="chair" label={t('meeting.new.chair')} fallback={was?.chair} short />
      {topics.length > 0 ? (
        <Choices
          many
          name="topicIds"
          legend={t('meeting.new.topics')}
          fallback={topicId ? [topicId] : topics.filter((o) => known.has(o.id)).map((o) => o.id)}
          options={topics.map((o) => ({ value: o.id, label: o.title, note: o.refNo }))}
        />
      ) : null}
      {needs.length > 0 ? (
        <Choices
          many
          name="needIds"
          legend={t('meeting.new.needs')}
          fallback={needs.filter((n) => known.has(n.id)).map((n) => n.id)}
          options={needs.map((n) => ({ value: n.id, label: n.title, note: n.refNo }))}
        />
      ) : null}
      <Field
        name="lines"
        kind="long"
        label={t('meeting.new.lines')}
        fallback={items
          .filter((i) => !i.topicId && !i.needId)
          .map((i) => i.title)
          .join('\n')}
        optional={topics.length + needs.length > 0}
      />
    </>
  )
}
