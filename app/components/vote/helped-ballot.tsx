import { useFormat } from '#app/components/format.ts'
import type { SlateItem } from '#domain/ask/vote/find-round.ts'
import type { ShownRound } from '#domain/ask/vote/read-round.ts'
import { Choices } from '../choices.tsx'
import { BallotLimits } from './ballot-limits.tsx'
import { BlankTick } from './ballot-paper.tsx'
import { ForeignMoney } from './file-note.tsx'
import { GradeCards } from './grade-cards.tsx'

type Props = { round: ShownRound; slate: readonly SlateItem[] }

/** The same ballot as a helper fills it in for somebody, or types it in from a sheet. */
export const HelpedBallot = ({ round, slate }: Props) => {
  const f = useFormat()
  const graded = round.ballotKind === 'points' || round.ballotKind === 'ranking'
  return (
    <>
      <ForeignMoney foreign={round.foreign} />
      {graded ? (
        <>
          <p className="q">
            <BallotLimits round={round} />
          </p>
          <GradeCards round={round} items={slate} />
        </>
      ) : (
        <Choices
          many
          name="choices"
          legend={<BallotLimits round={round} />}
          options={slate.map((item) => ({ value: item.choice, label: item.title, note: f.wan(item.cost) }))}
        />
      )}
      <BlankTick blank={false} />
    </>
  )
}
