import type { Reader } from '#db/store.ts'
import { trailOfDeliberation } from '../ask/deliberation/trail.ts'
import { trailOfNeed } from '../ask/need/trail.ts'
import { trailOfSuggestion } from '../ask/suggestion/trail.ts'
import { trailOfSurvey } from '../ask/survey/trail.ts'
import { trailOfVote } from '../ask/vote/trail.ts'
import { trailOfAward } from '../buy/award/trail.ts'
import { trailOfChallenge } from '../buy/challenge/trail.ts'
import { trailOfEvaluation } from '../buy/evaluation/trail.ts'
import { trailOfFramework } from '../buy/framework/trail.ts'
import { trailOfMinor } from '../buy/minor/trail.ts'
import { trailOfPlan } from '../buy/plan/trail.ts'
import { trailOfTender } from '../buy/tender/trail.ts'
import { trailOfAcceptance } from '../deliver/acceptance/trail.ts'
import { trailOfCofund } from '../deliver/cofund/trail.ts'
import { trailOfArchive } from '../deliver/contract/archive/trail.ts'
import { trailOfContract } from '../deliver/contract/trail.ts'
import { trailOfDiary } from '../deliver/diary/trail.ts'
import { trailOfMilestone } from '../deliver/milestone/trail.ts'
import { trailOfPayment } from '../deliver/payment/trail.ts'
import { trailOfSettlement } from '../deliver/settlement/trail.ts'
import { trailOfAssessment } from '../deliver/supervision/assessment/trail.ts'
import { trailOfSupervision } from '../deliver/supervision/trail.ts'
import { trailOfVisits } from '../deliver/supervision/visit/trail.ts'
import { trailOfRating } from '../rate/rating/trail.ts'
import type { TrailEntry } from '../trail-entry.ts'

/** Every stage's public facts, by the needs they began with or by the project they became. */
export const byNeeds: ReadonlyArray<(db: Reader, needIds: readonly string[]) => Promise<TrailEntry[]>> = [
  trailOfSurvey,
  trailOfSuggestion,
  trailOfNeed,
  trailOfDeliberation,
  trailOfVote,
]
export const byPlan: ReadonlyArray<(db: Reader, planId: string) => Promise<TrailEntry[]>> = [
  trailOfPlan,
  trailOfTender,
  trailOfEvaluation,
  trailOfAward,
  trailOfChallenge,
  trailOfFramework,
  trailOfMinor,
  trailOfContract,
  trailOfArchive,
  trailOfDiary,
  trailOfMilestone,
  trailOfSupervision,
  trailOfVisits,
  trailOfAssessment,
  trailOfAcceptance,
  trailOfPayment,
  trailOfSettlement,
  trailOfCofund,
  trailOfRating,
]
