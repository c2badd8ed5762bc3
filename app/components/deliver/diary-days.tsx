import { useT } from '#app/i18n/use-t.ts'
import type { diaryKinds } from '#db/vocabulary.ts'
import { Entry } from '../entry.tsx'
import { useFormat } from '../format.ts'

export type Day = {
  id: string
  kind: (typeof diaryKinds)[number]
  heldOn: string
  title: string
  words: string
  minutes: number
  personTimes: number
  by: string
  came: readonly string[]
  photoIds: readonly string[]
}

/** Days of the diary, for the people of the project only. */
export const DiaryDays = ({ days, contractId }: { days: readonly Day[]; contractId: string }) => {
  const t = useT()
  const f = useFormat()
  return days.map((d) => (
    <Entry
      key={d.id}
      when={f.day(d.heldOn)}
      title={d.title}
      proof={[
        { term: t('diary.kind'), text: t(`diary.kind.${d.kind}`) },
        { term: t('diary.came'), text: t('diary.came.n', { n: d.personTimes, minutes: d.minutes }) },
        ...(d.came.length > 0 ? [{ term: t('diary.who'), text: d.came.join(t('list.comma')) }] : []),
        { term: t('diary.by'), text: d.by },
      ]}
      links={d.photoIds.map((id, i) => ({
        to: `/work/${contractId}/photo/${id}`,
        label: t('diary.photo', { n: i + 1 }),
      }))}
    >
      <p className="whitespace-pre-line">{d.words}</p>
    </Entry>
  ))
}
