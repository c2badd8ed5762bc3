import { useT } from '#app/i18n/use-t.ts'
import type { readColumn } from '#domain/buy/evaluation/read-part.ts'

type Whole = Awaited<ReturnType<typeof readColumn>>
type Props = { call: { id: string }; code: string; steps: Whole['steps']; of: number }

/** Each criterion, and how many proposals this member has scored under it. */
export const ColumnSteps = ({ call, code, steps, of }: Props) => {
  const t = useT()
  return (
    <ol
      aria-label={t('panel.score.progress')}
      className="screen my-5 grid rounded border border-hair bg-card md:auto-cols-fr md:grid-flow-col"
    >
      {steps.map((s) => {
        const now = s.code === code
        const look = s.given === of ? 'text-bamboo' : now ? 'text-teal-deep' : 'quiet'
        return (
          <li
            key={s.id}
            className="border-hair border-t first:border-t-0 md:border-t-0 md:border-l md:first:border-l-0"
          >
            <a
              href={`/panel/${call.id}/column/${s.code}`}
              aria-current={now ? 'step' : undefined}
              className={`flex h-full min-h-12 items-center justify-between gap-3 px-4 py-2 text-ink no-underline md:flex-col md:items-start md:justify-start md:gap-0 ${now ? 'border-teal border-l-4 font-bold md:border-b-4 md:border-l-0' : ''}`}
            >
              {s.name}
              <span className={`small font-normal ${look}`}>
                {s.given === of ? t('panel.done') : t('panel.column.left', { n: of - s.given })}
              </span>
            </a>
          </li>
        )
      })}
    </ol>
  )
}
