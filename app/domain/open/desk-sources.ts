import type { Reader } from '#db/store.ts'
import { deskOfDeliberation } from '../ask/deliberation/desk.ts'
import { deskOfNeed } from '../ask/need/desk.ts'
import { deskOfSuggestion } from '../ask/suggestion/desk.ts'
import { deskOfAnswerer } from '../ask/survey/answer-desk.ts'
import { deskOfSurvey } from '../ask/survey/desk.ts'
import { deskOfVote } from '../ask/vote/desk.ts'
import { deskOfTrustee } from '../ask/vote/trustees/desk.ts'
import { deskOfVoter } from '../ask/vote/voter-desk.ts'
import { deskOfAward } from '../buy/award/desk.ts'
import { deskOfChallenge } from '../buy/challenge/desk.ts'
import { deskOfEvaluation } from '../buy/evaluation/desk.ts'
import { deskOfFramework } from '../buy/framework/desk.ts'
import { deskOfMinor } from '../buy/minor/desk.ts'
import { deskOfPlan } from '../buy/plan/desk.ts'
import { deskOfProposal } from '../buy/proposal/desk.ts'
import { deskOfSeal } from '../buy/seal/desk.ts'
import { deskOfTender } from '../buy/tender/desk.ts'
import type { Context } from '../context.ts'
import { deskOfAcceptance } from '../deliver/acceptance/desk.ts'
import { deskOfCare } from '../deliver/care/desk.ts'
import { deskOfCofund } from '../deliver/cofund/desk.ts'
import { deskOfArchive } from '../deliver/contract/archive/desk.ts'
import { deskOfContract } from '../deliver/contract/desk.ts'
import { deskOfJointLog } from '../deliver/contract/joint-log/desk.ts'
import { deskOfDiary } from '../deliver/diary/desk.ts'
import { deskOfMilestone } from '../deliver/milestone/desk.ts'
import { deskOfStatements } from '../deliver/payment/books/desk.ts'
import { deskOfPayment } from '../deliver/payment/desk.ts'
import { deskOfSettlement } from '../deliver/settlement/desk.ts'
import { deskOfAssessment } from '../deliver/supervision/assessment/desk.ts'
import { deskOfSupervision } from '../deliver/supervision/desk.ts'
import { deskOfVisits } from '../deliver/supervision/visit/desk.ts'
import { deskOfWarnings } from '../deliver/supervision/warnings.ts'
import type { DeskItem } from '../desk-item.ts'
import { deskOfOversight } from '../rate/oversight/desk.ts'
import { deskOfRanking } from '../rate/ranking/desk.ts'
import { deskOfRating } from '../rate/rating/desk.ts'
import { deskOfHours } from '../tend/hours/desk.ts'
import { deskOfOffers } from '../tend/offers/desk.ts'
import { deskOfResources } from '../tend/resources/desk.ts'
import { deskOfBooks } from '../treasury/community-books/desk.ts'
import { deskOfSanction } from '../who/sanction/read-sanctions.ts'
import { deskOfSeat } from '../who/seat/seats-to-confirm.ts'
import { deskOfStanding } from '../who/standing/reconfirm-body.ts'
import { deskOfCalendar } from './uncovered.ts'

type Source = (db: Reader, ctx: Context) => Promise<DeskItem[]>

/** Every stage's word on what waits for whom, in the order of the road. */
export const deskSources: readonly Source[] = [
  deskOfAnswerer,
  deskOfVoter,
  deskOfSurvey,
  deskOfSuggestion,
  deskOfNeed,
  deskOfDeliberation,
  deskOfVote,
  deskOfTrustee,
  deskOfPlan,
  deskOfTender,
  deskOfProposal,
  deskOfSeal,
  deskOfEvaluation,
  deskOfAward,
  deskOfChallenge,
  deskOfFramework,
  deskOfMinor,
  deskOfContract,
  deskOfJointLog,
  deskOfArchive,
  deskOfDiary,
  deskOfCare,
  deskOfSettlement,
  deskOfMilestone,
  deskOfAcceptance,
  deskOfSupervision,
  deskOfVisits,
  deskOfAssessment,
  deskOfWarnings,
  deskOfPayment,
  deskOfStatements,
  deskOfCofund,
  deskOfBooks,
  deskOfRating,
  deskOfOversight,
  deskOfRanking,
  deskOfHours,
  deskOfResources,
  deskOfOffers,
  deskOfSeat,
  deskOfSanction,
  deskOfStanding,
  deskOfCalendar,
]
