import { and, eq } from 'drizzle-orm'
import { needEvidence, roundItems, surveys } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { slateOf } from './find-round.ts'
import type { Round } from './phase.ts'

/** Needs of a slate that a reported survey of their own community stands behind. */
const surveyedOf = (db: Reader, { id, communityId }: Pick<Round, 'id' | 'communityId'>) =>
  db
    .selectDistinct({ needId: needEvidence.needId })
    .from(roundItems)
    .innerJoin(needEvidence, eq(needEvidence.needId, roundItems.needId))
    .innerJoin(surveys, eq(surveys.id, needEvidence.refId))
    .where(
      and(
        eq(roundItems.roundId, id),
        eq(needEvidence.kind, 'survey'),
        eq(surveys.state, 'reported'),
        eq(surveys.communityId, communityId),
      ),
    )

/** 联合评选：没有调查依据的项目不入选单. The items of a joint selection that no survey stands behind; none where residents alone decide. */
export async function unsurveyed(db: Reader, round: Pick<Round, 'id' | 'communityId' | 'blocs'>) {
  if (!round.blocs) return []
  const backed = new Set((await surveyedOf(db, round)).map(({ needId }) => needId))
  const slate = await slateOf(db, round.id)
  return slate
    .filter(({ needId }) => needId === null || !backed.has(needId))
    .map(({ needId, refNo, title }) => ({ needId, refNo, title }))
}

/** Refuses to fix a joint selection with an item that no survey stands behind. */
export async function checkSurveyLinks(db: Reader, round: Pick<Round, 'id' | 'communityId' | 'blocs'>) {
  const [first] = await unsurveyed(db, round)
  if (first) throw new Refusal('conflict', 'joint-item-without-survey', { need: first.refNo })
}
