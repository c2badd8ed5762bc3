import { castFor } from '#domain/ask/vote/cast-vote.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { issueBatch } from '#domain/ask/vote/sheets/issue-batch.ts'
import { codeOf, onPaper } from '../../support/channels.ts'
import { closing, openRound } from '../../support/vote.ts'
import type { Tell } from './stop.ts'

const joint = {
  ...{ costs: [100_000, 150_000, 140_000], rule: 'greedy' as const, quorumPercent: 0 },
  ...{ weightResident: 50, weightCommittee: 10, weightCentre: 10, weightStreet: 10, weightOrganisation: 20 },
  ...{ orgIds: ['ORG1', 'ORG2', 'ORG3'], likelyIds: ['ORG3'] },
}

/** A joint selection that is open: a body signs, a trustee keeps his part, sheets go out, the station helps. */
export const openVote: Tell = async (town) => {
  const round = await openRound(town, joint)
  const desk = `/desk/rounds/${round.id}`
  const issue = { roundId: round.id, building: '1号楼', size: 3, carrierId: 'grid' }
  const { id: batchId } = await issueBatch(town.as('clerk'), issue)
  const helped = { roundId: round.id, code: codeOf(round, 0), channel: 'desk' as const }
  const { entryId } = await castFor(town.as('station'), { ...helped, choices: [round.needIds[0]!] })
  return [
    { who: 'signer1', path: `${desk}/sign` },
    { who: 'signer3', path: `${desk}/sign` },
    { who: 'supervisor', path: `${desk}/share` },
    { who: 'clerk', path: `${desk}/paper/${batchId}/print` },
    { who: 'station', path: `${desk}/assist/${entryId}` },
  ]
}

/** A round whose box is closed: letters go to who voted on paper. */
export const closedVote: Tell = async (town) => {
  const round = await openRound(town, { quorumPercent: 0 })
  await onPaper(town, round, [
    { voter: 0, item: 1 },
    { voter: 1, blank: true },
    { voter: 2, voided: 'unreadable' },
  ])
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId: round.id })
  return [
    { who: 'clerk', path: `/desk/rounds/${round.id}/letters` },
    { who: 'supervisor', path: `/desk/rounds/${round.id}/share` },
  ]
}
