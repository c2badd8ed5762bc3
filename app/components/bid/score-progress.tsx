import { useT } from '#app/i18n/use-t.ts'
import type { readPart } from '#domain/buy/evaluation/read-part.ts'

type Part = Awaited<ReturnType<typeof readPart>>

/** Each thing this member judges of one proposal: scored, now, or still to come. */
export const ScoreProgress = ({ part: { call, criterion, facts, own } }: { part: Part }) => {
  const t = useT()
  return (
    <ol
      aria-label={t('panel.score.progress')}
      className="my-5 grid rounded border border-hair bg-card md:auto-cols-fr md:grid-flow-col"
    >
      {call.criteria
        .filter((c) => c.kind !== 'formula')
        .map((c) => {
          const given = own.find((s) => s.criterionId === c.id)
          const now = c.code === criterion.code
          return (
            <li
              key={c.id}
              className="border-hair border-t first:border-t-0 md:border-t-0 md:border-l md:first:border-l-0"
            >
              <a
                href={`/panel/${call.id}/score/${facts.id}/${c.code}`}
                aria-current={now ? 'step' : undefined}
                className={`flex h-full min-h-12 items-center justify-between gap-3 px-4 py-2 text-ink no-underline md:flex-col md:items-start md:justify-start md:gap-0 ${now ? 'border-teal border-l-4 font-bold md:border-b-4 md:border-l-0' : ''}`}
              >
                {c.name}
                <span
                  className={`small font-normal ${given ? 'text-bamboo' : now ? 'text-teal-deep' : 'quiet'}`}
                >
                  {given
                    ? t('panel.score.points', { points: given.points, max: c.max })
                    : t(now ? 'panel.score.now' : 'panel.score.undone', { max: c.max })}
                </span>
              </a>
            </li>
          )
        })}
    </ol>
  )
}
