import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { admissionsOf, agreementsOf, callToJoinOf } from './compose-agreement.ts'
import { awardsOf, bidsOf } from './compose-award.ts'
import { contractsOf } from './compose-contract.ts'
import { choiceOf, quotesCalledOf } from './compose-minor.ts'
import type { Who } from './compose-parties.ts'
import { tenderOf } from './compose-tender.ts'
import { worksOrderOf } from './compose-works-order.ts'
import type { Process } from './find-process.ts'
import { type Json, joined } from './words.ts'

type Reached = { tender: boolean; award: boolean; contract: boolean; ended: boolean }
/** How a process of one kind is told: how far it has come, and what each section says of it. */
type Way = {
  reached: (p: Process) => Reached
  tender: (db: Reader, ctx: Pick<Context, 'calendar'>, p: Process, who: Who) => Promise<Json>
  award: (db: Reader, p: Process, who: Who) => Promise<Json>
  contract: (db: Reader, p: Process, who: Who, amends: string | null) => Promise<Json>
}

const tenderWay: Way = {
  reached: (p) => ({
    tender: p.tender?.publishedAt != null,
    award: p.awards.length > 0,
    contract: p.contracts.length > 0,
    ended: p.contracts.some((c) => c.state === 'completed' || c.state === 'terminated'),
  }),
  tender: tenderOf,
  award: async (db, p, who) => joined([bidsOf(p, who), await awardsOf(db, p, who)]),
  contract: contractsOf,
}
const agreementWay: Way = {
  reached: ({ agreement }) => ({
    tender: true,
    award: agreement!.providers.length > 0,
    contract: agreement!.providers.some((one) => one.signedAt),
    ended: agreement!.over && agreement!.providers.some((one) => one.signedAt),
  }),
  tender: callToJoinOf,
  award: admissionsOf,
  contract: agreementsOf,
}
const minorWay: Way = {
  reached: ({ minor }) => ({
    tender: true,
    award: minor!.quotes.some((q) => q.chosenAt),
    contract: minor!.work.signedAt !== null,
    ended: minor!.work.state === 'finished',
  }),
  tender: quotesCalledOf,
  award: choiceOf,
  contract: worksOrderOf,
}

/** A tender, a framework agreement or minor works: what a process is bought through. */
export const wayOf = (p: Process): Way => (p.agreement ? agreementWay : p.minor ? minorWay : tenderWay)
export const reached = (p: Process) => wayOf(p).reached(p)
