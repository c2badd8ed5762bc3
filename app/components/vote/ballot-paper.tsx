import { useFormat } from '#app/components/format.ts'
import { useReply } from '#app/components/reply.ts'
import { useT } from '#app/i18n/use-t.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import { Button } from '../button.tsx'
import { Tick } from '../choices.tsx'
import { BallotLimits } from './ballot-limits.tsx'
import { BudgetBox } from './budget-box.tsx'
import { ForeignMoney } from './file-note.tsx'
import { GradeCards } from './grade-cards.tsx'
import { SlateCards } from './slate-cards.tsx'

type Mark = string | [id: string, points: number]
type Props = { round: ShownRound; slate: readonly SlateItem[]; marks: readonly Mark[]; blank: boolean }

/** 空白票 is said, never guessed. */
export const BlankTick = ({ blank }: { blank: boolean }) => {
  const t = useT()
  return (
    <div className="mt-4">
      <Tick name="blank" fallback={blank}>
        {t('ballot.blank')}
        <small>{t('ballot.blank.say')}</small>
      </Tick>
    </div>
  )
}

const Choosing = ({ round, slate, marks, blank }: Props) => {
  const t = useT()
  const before = marks.map(String)
  const chosen = useReply().values('choices', before)
  const spent = slate.filter((item) => chosen.includes(item.choice)).reduce((sum, item) => sum + item.cost, 0)
  const left = round.budgetCapped && chosen.length > 0 ? Math.max(0, round.budget - spent) : undefined
  return (
    <>
      <SlateCards
        items={slate}
        fallback={before}
        left={left}
        legend={t('ballot.legend', { n: slate.length, most: round.maxChoices })}
      />
      <BlankTick blank={blank} />
      <BudgetBox round={round} items={slate} fallback={before} submit={t('ballot.to-check')} />
    </>
  )
}
const Grading = ({ round, slate, marks, blank }: Props) => {
  const t = useT()
  const points = round.ballotKind === 'points'
  const n = marks.reduce((sum, mark) => sum + (Array.isArray(mark) ? mark[1] : 0), 0)
  return (
    <>
      <GradeCards round={round} items={slate} fallback={marks} />
      <BlankTick blank={blank} />
      {points && n > 0 ? <p>{t('ballot.given', { n, left: (round.pointsTotal ?? 0) - n })}</p> : null}
      <p>{t(points ? 'ballot.total.points' : 'ballot.total.ranking', { total: round.pointsTotal ?? 0 })}</p>
      <Button>{t('ballot.to-check')}</Button>
    </>
  )
}

/** The ballot in a voter's hand, of whichever kind; its limits are its title. */
export const BallotPaper = (props: Props) => {
  const t = useT()
  const f = useFormat()
  const { round } = props
  const graded = round.ballotKind === 'points' || round.ballotKind === 'ranking'
  const fewer =
    round.ballotKind === 'points' || round.ballotKind === 'ranking' ? (`.${round.ballotKind}` as const) : ''
  return (
    <>
      <p className="eyebrow">{t('ballot.step', { at: 2, what: t('ballot.step.2') })}</p>
      <h1>
        <BallotLimits round={round} />
      </h1>
      <p className="mt-2">
        {t(`ballot.fewer${fewer}`)}
        <span className="extra">
          {t('ballot.until', { date: f.short(new Date(round.closesAt.getTime() - 1)) })}
        </span>
      </p>
      <ForeignMoney foreign={round.foreign} />
      {graded ? <Grading {...props} /> : <Choosing {...props} />}
    </>
  )
}
