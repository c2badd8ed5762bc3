import { Field } from '#app/components/field.tsx'
import { useFormat } from '#app/components/format.ts'
import { useLang, useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'

type Mark = string | [id: string, points: number]
type Props = { round: ShownRound; items: readonly SlateItem[]; fallback?: readonly Mark[] }

const rankOf = (marks: readonly Mark[], id: string) => {
  const at = marks.indexOf(id)
  return at < 0 ? '' : String(at + 1)
}
const pointsFor = (marks: readonly Mark[], id: string) => {
  const mark = marks.find((m) => Array.isArray(m) && m[0] === id)
  return Array.isArray(mark) ? String(mark[1]) : ''
}

/** 打分、排名次: each item a card with one thing to choose; more than twenty points are typed. */
export const GradeCards = ({ round, items, fallback = [] }: Props) => {
  const t = useT()
  const f = useFormat()
  const lang = useLang()
  const points = round.ballotKind === 'points'
  const most = points ? (round.pointsEach ?? 0) : round.maxChoices
  const words = points ? 'ballot.points' : 'ballot.rank'
  const numbers = Array.from({ length: Math.min(most, 20) }, (_, i) => i + 1)
  const options = [
    { value: '0', label: t(`${words}.none`) },
    ...numbers.map((n) => ({ value: String(n), label: t(`${words}.n`, { n }) })),
  ]
  return (
    <div className="grid gap-4">
      {items.map((item) => {
        const title = lang === 'en' ? (item.titleEn ?? item.title) : item.title
        const value = points ? pointsFor(fallback, item.choice) : rankOf(fallback, item.choice)
        return (
          <div key={item.choice} className="card">
            <p className="mb-0 font-song font-bold text-xl">{title}</p>
            <p className="mb-0">{item.evidence ?? item.refNo}</p>
            <p className="mb-2 money font-bold">{f.wan(item.cost)}</p>
            <Field
              name={`${points ? 'points' : 'ranks'}.${item.choice}`}
              kind={most > 20 ? 'number' : 'select'}
              options={options}
              short
              label={t(words, { title })}
              fallback={value}
            />
          </div>
        )
      })}
    </div>
  )
}
