import { useFormat } from '#app/components/format.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import { ForeignMoney } from './file-note.tsx'

type Props = { round: ShownRound; slate: readonly SlateItem[]; no: string }

const Box = ({ wide }: { wide?: boolean }) => (
  <span
    className={`inline-block border-2 border-ink h-8 ${wide ? 'w-12' : 'w-8'} shrink-0`}
    aria-hidden="true"
  />
)

/** 纸质选票: one numbered sheet of whichever kind, with no name on it. */
export const PaperBallot = ({ round, slate, no }: Props) => {
  const t = useT()
  const f = useFormat()
  const graded = round.ballotKind === 'points' || round.ballotKind === 'ranking'
  const kind = round.ballotKind === 'approval' && round.budgetCapped ? 'knapsack' : round.ballotKind
  return (
    <section className="[break-after:page] mb-6">
      <p className="small quiet mb-0">{`${round.place.name} · ${round.name}`}</p>
      <h2 className="flex justify-between gap-4">
        <span>{t('paper.sheet.title')}</span>
        <span className="num">{t('paper.sheet.no', { no })}</span>
      </h2>
      <p>
        <strong>
          {t(`paper.sheet.${kind}`, {
            n: round.maxChoices,
            amount: f.wan(round.budget),
            total: round.pointsTotal ?? 0,
            each: round.pointsEach ?? 0,
          })}
        </strong>
      </p>
      <ForeignMoney foreign={round.foreign} />
      <ul className="grid gap-3">
        {slate.map((item) => (
          <li key={item.choice} className="flex gap-4 items-start [break-inside:avoid]">
            <Box wide={graded} />
            <span>
              {item.title}
              <small className="block quiet">{`${item.refNo} · ${f.wan(item.cost)}`}</small>
            </span>
          </li>
        ))}
        <li className="flex gap-4 items-start border-t border-hair pt-3">
          <Box />
          <span>{t('paper.sheet.blank')}</span>
        </li>
      </ul>
      <p className="mt-4 mb-1">{t('paper.sheet.code')}</p>
      <p className="border-2 border-ink h-16 mb-2" />
      <p className="small mb-0">{t('paper.sheet.secret')}</p>
      <p className="small">
        {t('paper.sheet.until', { date: f.short(new Date(round.closesAt.getTime() - 1)) })}
      </p>
    </section>
  )
}
