import { useT } from '#app/i18n/use-t.ts'
import type { diaryKinds } from '#db/vocabulary.ts'
import { Details } from '../card.tsx'
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
  /** The day it was written down. */
  writtenOn: string
  caseId: string | null
  /** 个案 of another worker: nothing but the count. */
  sealed: boolean
  came: readonly string[]
  photoIds: readonly string[]
}

const few = 6
/** Who came; a long list is one tap away. */
const Came = ({ names }: { names: readonly string[] }) => {
  const t = useT()
  const all = names.join(t('list.comma'))
  return names.length > few ? <Details summary={t('diary.who.n', { n: names.length })}>{all}</Details> : all
}

/** Days of the diary, for the people of the project only. */
export const DiaryDays = ({ days, contractId }: { days: readonly Day[]; contractId: string }) => {
  const t = useT()
  const f = useFormat()
  return days.map((d) => (
    <Entry
      key={d.id}
      when={f.day(d.heldOn)}
      title={d.title || t(`diary.kind.${d.kind}`)}
      proof={[
        { term: t('diary.kind'), text: t(`diary.kind.${d.kind}`) },
        { term: t('diary.came'), text: t('diary.came.n', { n: d.personTimes, minutes: d.minutes }) },
        ...(d.came.length > 0 ? [{ term: t('diary.who'), text: <Came names={d.came} /> }] : []),
        ...(d.writtenOn === d.heldOn ? [] : [{ term: t('diary.written-on'), text: f.day(d.writtenOn) }]),
        ...(d.sealed ? [] : [{ term: t('diary.by'), text: d.by }]),
      ]}
      links={[
        ...(d.caseId ? [{ to: `/cases/${d.caseId}`, label: t('case.open-file') }] : []),
        ...d.photoIds.map((id, i) => ({
          to: `/work/${contractId}/photo/${id}`,
          label: t('diary.photo', { n: i + 1 }),
        })),
      ]}
    >
      {d.sealed ? (
        <p className="quiet">{t('diary.sealed')}</p>
      ) : (
        <p className="whitespace-pre-line">{d.words}</p>
      )}
    </Entry>
  ))
}
