import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import {
  needEvidence,
  needs,
  openedBallots,
  roundItems,
  rounds,
  surveyAnswers,
  surveys,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { enough } from './words.ts'

const surveysOf = (db: Reader, needIds: string[]) =>
  db
    .selectDistinct({
      id: surveys.id,
      refNo: surveys.refNo,
      name: surveys.name,
      at: surveys.reportedAt,
      closesAt: surveys.closesAt,
    })
    .from(needEvidence)
    .innerJoin(surveys, eq(surveys.id, needEvidence.refId))
    .where(
      and(
        eq(needEvidence.kind, 'survey'),
        inArray(needEvidence.needId, needIds),
        eq(surveys.state, 'reported'),
      ),
    )
    .orderBy(asc(surveys.refNo))
const roundsOf = (db: Reader, needIds: string[]) =>
  db
    .select({ round: rounds, outcome: roundItems.outcome, needRef: needs.refNo, title: needs.title })
    .from(roundItems)
    .innerJoin(rounds, eq(rounds.id, roundItems.roundId))
    .innerJoin(needs, eq(needs.id, roundItems.needId))
    .where(and(inArray(roundItems.needId, needIds), eq(rounds.state, 'announced')))
    .orderBy(asc(rounds.refNo), asc(needs.refNo))
const counted = sql<number>`count(*)`
const answersOf = (db: Reader, ids: string[]) =>
  db
    .select({ id: surveyAnswers.surveyId, n: counted })
    .from(surveyAnswers)
    .where(inArray(surveyAnswers.surveyId, ids))
    .groupBy(surveyAnswers.surveyId)
const ballotsOf = (db: Reader, ids: string[]) =>
  db
    .select({ id: openedBallots.roundId, n: counted })
    .from(openedBallots)
    .where(inArray(openedBallots.roundId, ids))
    .groupBy(openedBallots.roundId)

/** What residents said before anything was bought: totals only, and none of fewer people than may be told. */
export async function heardOf(db: Reader, needIds: string[]) {
  if (needIds.length === 0) return { asked: [], voted: [], answers: new Map(), ballots: new Map() }
  const asked = await surveysOf(db, needIds)
  const voted = await roundsOf(db, needIds)
  const tally = async (ids: string[], read: typeof answersOf | typeof ballotsOf) =>
    new Map(ids.length ? (await read(db, ids)).map((r) => [r.id, enough(Number(r.n))]) : [])
  const answers = await tally(
    asked.map((s) => s.id),
    answersOf,
  )
  const ballots = await tally([...new Set(voted.map((v) => v.round.id))], ballotsOf)
  return { asked, voted, answers, ballots }
}
export type Heard = Awaited<ReturnType<typeof heardOf>>

/** Each round once, however many needs of the project stood in it. */
export const roundOnce = ({ voted }: Heard) => [...new Map(voted.map((v) => [v.round.id, v.round])).values()]
