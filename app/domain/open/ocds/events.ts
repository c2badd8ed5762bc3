import { tenthOf } from './compose-ratings.ts'
import type { Process } from './find-process.ts'
import {
  type Finds,
  itself,
  ofAgreement,
  ofAmendment,
  ofAward,
  ofChallenge,
  ofChange,
  ofComplaint,
  ofContract,
  ofMilestone,
  ofNone,
  ofPayment,
  ofQuestion,
  ofSettlement,
  ofTenth,
} from './finds.ts'
import { reached } from './ways.ts'

/** Which part of a release an event tells anew. */
export type Section = 'planning' | 'tender' | 'award' | 'contract' | 'complaints' | 'ratings'
export type Told = { tags: string[]; sections: Section[]; amends?: boolean }
/** One act that the world is told of: the call it belongs to, and what its release says; null: nothing public happened. `thread`: the plan, where the act's own line of the journal is nobody's business. */
export type Event = {
  call: Finds
  tell: (p: Process) => Told | null
  thread?: Finds
  /** 满十才发: of most such acts the world is told nothing, so nothing more is looked up for them. */
  inTens?: true
}

const has = (p: Process, tag: string) => p.before.some((r) => r.tags.includes(tag))
const once = (name: string) => (p: Process) => (has(p, name) ? `${name}Update` : name)
const told = (tag: string, ...sections: Section[]) => ({ tags: [tag], sections })

const planned = (p: Process): Told | null =>
  p.plan.state === 'approved' ? told(once('planning')(p), 'planning') : null
const noticed = (p: Process): Told => told(once('planning')(p), 'planning')
const onTender = (tag: string) => (p: Process) => (reached(p).tender ? told(tag, 'tender') : null)
const onAward = (tag: string) => (p: Process) => (reached(p).award ? told(tag, 'award') : null)
const onContract = (tag: string) => (p: Process) => (reached(p).contract ? told(tag, 'contract') : null)
const doing = (p: Process): Told | null =>
  reached(p).contract ? told(once('implementation')(p), 'contract') : null
/** 质疑、投诉 may come before anything is awarded: then the tender's release tells of them. */
const disputed = (p: Process): Told | null =>
  reached(p).award ? told('awardUpdate', 'award') : onTenderOnly(p, 'complaints')
const onTenderOnly = (p: Process, section: Section) =>
  reached(p).tender ? told('tenderUpdate', section) : null
const awarded = (p: Process): Told | null =>
  reached(p).award ? { tags: ['award'], sections: ['tender', 'award'] } : null
const amended = (tell: (p: Process) => Told | null) => (p: Process) => {
  const said = tell(p)
  return said && { ...said, amends: true }
}

const challenged: Event = { call: ofChallenge, tell: disputed }
const complained: Event = { call: ofComplaint, tell: disputed }
const onWork: Event = { call: ofMilestone, tell: doing }
const objected: Event = { call: ofNone, tell: () => told('planningUpdate', 'complaints') }
const joinedIn = (...tags: string[]): Event => ({
  call: itself,
  tell: (p) => (reached(p).award ? { tags, sections: ['award', 'contract'] } : null),
})
const worked: Event = { call: itself, tell: doing }
/** 协议到期: with its last day the agreement ends, with every body that signed. */
const expired = (p: Process): Told | null => {
  if (reached(p).ended)
    return { tags: ['tenderUpdate', 'contractTermination'], sections: ['tender', 'contract'] }
  if (p.agreement?.framework.state !== 'published') return null
  return onTender(reached(p).award ? 'tenderUpdate' : 'tenderCancellation')(p)
}
/** 哪些事对外发布: the acts of the house that make a release, by the name the journal knows them by. */
export const events: Record<string, Event> = {
  'plan.announce': { call: ofNone, tell: noticed },
  'plan.approve': { call: ofNone, tell: planned },
  'plan.post_notice': { call: ofNone, tell: noticed },
  'directNotice.object': objected,
  'directNotice.answer': objected,
  'tender.publish': { call: itself, tell: onTender('tender') },
  'question.answer': { call: ofQuestion, tell: onTender('tenderUpdate') },
  'question.reject': { call: ofQuestion, tell: onTender('tenderUpdate') },
  'amendment.by_rule': { call: ofAmendment, tell: onTender('tenderUpdate') },
  'amendment.publish': { call: ofAmendment, tell: amended(onTender('tenderAmendment')) },
  'tender.cancel': { call: itself, tell: onTender('tenderCancellation') },
  'tender.fail': { call: itself, tell: onTender('tenderUpdate') },
  'award.notify': { call: ofAward, tell: awarded },
  'award.take_effect': { call: ofAward, tell: onAward('awardUpdate') },
  'award.cancel': { call: ofAward, tell: onAward('awardCancellation') },
  'award.decline': { call: ofAward, tell: onAward('awardCancellation') },
  'award.lapse': { call: ofAward, tell: onAward('awardCancellation') },
  'challenge.submit': challenged,
  'challenge.admit': challenged,
  'challenge.reject': challenged,
  'challenge.withdraw': challenged,
  'challenge.uphold': challenged,
  'challenge.uphold_in_part': challenged,
  'challenge.dismiss': challenged,
  'complaint.file': complained,
  'complaint.accept': complained,
  'complaint.resume': complained,
  'complaint.decide': complained,
  'contract.publish': { call: ofContract, tell: onContract('contract') },
  'change.approve': { call: ofChange, tell: amended(onContract('contractAmendment')) },
  'contract.complete': { call: ofContract, tell: onContract('contractTermination') },
  'contract.terminate': { call: ofContract, tell: onContract('contractTermination') },
  'milestone.claim': onWork,
  'milestone.accept': onWork,
  'milestone.return': onWork,
  'milestone.reopen': onWork,
  'payment.confirm': { call: ofPayment, tell: doing },
  'rating.give': {
    inTens: true,
    call: async (db, id) => (await tenthOf(db, id))?.tenderId ?? null,
    tell: (p) => (reached(p).contract ? told('implementationUpdate', 'ratings') : null),
  },
  'framework.publish': { call: itself, tell: onTender('tender') },
  'framework.close': {
    call: itself,
    tell: (p) => onTender(reached(p).award ? 'tenderUpdate' : 'tenderCancellation')(p),
  },
  'framework.expire': { call: itself, tell: expired },
  'provider.admit': joinedIn('award'),
  'provider.sign': joinedIn('awardUpdate', 'contract'),
  'provider.end': {
    call: itself,
    tell: (p) => joinedIn(reached(p).contract ? 'contractUpdate' : 'awardCancellation').tell(p),
  },
  'order.confirm': { inTens: true, call: ofTenth, tell: doing, thread: ofAgreement },
  'settlement.confirm': { call: ofSettlement, tell: doing },
  'minorWork.call': { call: itself, tell: onTender('tender') },
  'minorWork.cancel': { call: itself, tell: onTender('tenderCancellation') },
  'minorWork.choose': { call: itself, tell: awarded },
  'minorWork.set_aside': { call: itself, tell: onAward('awardCancellation') },
  'minorWork.decline': { call: itself, tell: onAward('awardCancellation') },
  'minorWork.sign': { call: itself, tell: onContract('contract') },
  'minorPart.accept': worked,
  'minorPart.return': worked,
  'minorPart.pay': {
    call: itself,
    tell: (p) =>
      reached(p).ended
        ? { tags: ['implementationUpdate', 'contractTermination'], sections: ['contract'] }
        : doing(p),
  },
  'recovery.register': { call: ofContract, tell: doing },
}
