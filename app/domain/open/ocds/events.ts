import { eq } from 'drizzle-orm'
import {
  amendments,
  awards,
  challenges,
  complaints,
  contractChanges,
  contracts,
  milestones,
  payments,
  questions,
} from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { tenthOf } from './compose-ratings.ts'
import type { Process } from './find-process.ts'

/** Which part of a release an event tells anew. */
export type Section = 'planning' | 'tender' | 'award' | 'contract' | 'ratings'
export type Told = { tags: string[]; sections: Section[]; amends?: boolean }
type Finds = (db: Reader, subject: string) => Promise<string | null>
/** One act that the world is told of: the tender it belongs to, and what its release says; null: nothing public happened. */
export type Event = { tender: Finds; tell: (p: Process) => Told | null }

const first = async (rows: Promise<Array<{ id: string | null }>>) => (await rows)[0]?.id ?? null
const itself: Finds = async (_db, subject) => subject
const ofQuestion: Finds = (db, id) =>
  first(db.select({ id: questions.tenderId }).from(questions).where(eq(questions.id, id)))
const ofAmendment: Finds = (db, id) =>
  first(db.select({ id: amendments.tenderId }).from(amendments).where(eq(amendments.id, id)))
const ofAward: Finds = (db, id) =>
  first(db.select({ id: awards.tenderId }).from(awards).where(eq(awards.id, id)))
const ofChallenge: Finds = (db, id) =>
  first(db.select({ id: challenges.tenderId }).from(challenges).where(eq(challenges.id, id)))
const ofComplaint: Finds = (db, id) =>
  first(db.select({ id: complaints.tenderId }).from(complaints).where(eq(complaints.id, id)))
const ofContract: Finds = (db, id) =>
  first(db.select({ id: contracts.tenderId }).from(contracts).where(eq(contracts.id, id)))
const through =
  (find: Finds): Finds =>
  async (db, id) => {
    const contractId = await find(db, id)
    return contractId === null ? null : ofContract(db, contractId)
  }
const ofChange = through((db, id) =>
  first(
    db.select({ id: contractChanges.contractId }).from(contractChanges).where(eq(contractChanges.id, id)),
  ),
)
const ofMilestone = through((db, id) =>
  first(db.select({ id: milestones.contractId }).from(milestones).where(eq(milestones.id, id))),
)
const ofPayment = through((db, id) =>
  first(db.select({ id: payments.contractId }).from(payments).where(eq(payments.id, id))),
)
const has = (p: Process, tag: string) => p.before.some((r) => r.tags.includes(tag))
const once = (name: string) => (p: Process) => (has(p, name) ? `${name}Update` : name)
const published = (p: Process) => p.tender?.publishedAt != null
const told = (tag: string, ...sections: Section[]) => ({ tags: [tag], sections })

const planned = (p: Process): Told | null =>
  p.plan.state === 'approved' ? told(once('planning')(p), 'planning') : null
const onTender = (tag: string) => (p: Process) => (published(p) ? told(tag, 'tender') : null)
const onAward = (tag: string) => (p: Process) => (p.awards.length > 0 ? told(tag, 'award') : null)
const onContract = (tag: string) => (p: Process) => (p.contracts.length > 0 ? told(tag, 'contract') : null)
const doing = (p: Process): Told | null =>
  p.contracts.length > 0 ? told(once('implementation')(p), 'contract') : null
const amended = (tell: (p: Process) => Told | null) => (p: Process) => {
  const said = tell(p)
  return said && { ...said, amends: true }
}

const challenged: Event = { tender: ofChallenge, tell: onAward('awardUpdate') }
const onWork: Event = { tender: ofMilestone, tell: doing }
/** 哪些事对外发布: the acts of the house that make a release, by the name the journal knows them by. */
export const events: Record<string, Event> = {
  'plan.approve': { tender: async () => null, tell: planned },
  'tender.publish': { tender: itself, tell: onTender('tender') },
  'question.answer': { tender: ofQuestion, tell: onTender('tenderUpdate') },
  'question.reject': { tender: ofQuestion, tell: onTender('tenderUpdate') },
  'amendment.publish': { tender: ofAmendment, tell: amended(onTender('tenderAmendment')) },
  'tender.cancel': { tender: itself, tell: onTender('tenderCancellation') },
  'tender.fail': { tender: itself, tell: onTender('tenderUpdate') },
  'award.notify': {
    tender: ofAward,
    tell: (p) => (p.awards.length > 0 ? { tags: ['award'], sections: ['tender', 'award'] } : null),
  },
  'award.take_effect': { tender: ofAward, tell: onAward('awardUpdate') },
  'award.cancel': { tender: ofAward, tell: onAward('awardCancellation') },
  'award.decline': { tender: ofAward, tell: onAward('awardCancellation') },
  'award.lapse': { tender: ofAward, tell: onAward('awardCancellation') },
  'challenge.uphold': challenged,
  'challenge.uphold_in_part': challenged,
  'challenge.dismiss': challenged,
  'complaint.decide': { tender: ofComplaint, tell: onAward('awardUpdate') },
  'contract.publish': { tender: ofContract, tell: onContract('contract') },
  'change.approve': { tender: ofChange, tell: amended(onContract('contractAmendment')) },
  'contract.complete': { tender: ofContract, tell: onContract('contractTermination') },
  'contract.terminate': { tender: ofContract, tell: onContract('contractTermination') },
  'milestone.claim': onWork,
  'milestone.accept': onWork,
  'milestone.return': onWork,
  'payment.confirm': { tender: ofPayment, tell: doing },
  'rating.give': {
    tender: async (db, id) => (await tenthOf(db, id))?.tenderId ?? null,
    tell: (p) => (p.contracts.length > 0 ? told('implementationUpdate', 'ratings') : null),
  },
  'recovery.register': { tender: ofContract, tell: doing },
}
/** Everything a process has come to, for one that has no release yet: what was never told is told at once. */
export function allOf(p: Process): Told {
  const ended = p.contracts.some((c) => c.state === 'completed' || c.state === 'terminated')
  const reached: Array<[boolean, string, Section]> = [
    [true, 'planning', 'planning'],
    [published(p), 'tender', 'tender'],
    [p.awards.length > 0, 'award', 'award'],
    [p.contracts.length > 0, 'contract', 'contract'],
    [ended, 'contractTermination', 'contract'],
  ]
  const now = reached.filter(([yes]) => yes)
  return { tags: now.map(([, tag]) => tag), sections: [...new Set(now.map(([, , section]) => section))] }
}
