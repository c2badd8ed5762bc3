import { objectDirect } from '#domain/buy/plan/object-direct.ts'
import { postDirectNotice } from '#domain/buy/plan/post-direct-notice.ts'
import { nameWorker } from '#domain/buy/proposal/team.ts'
import { confirmOrganisation } from '#domain/buy/proposal/write-sections.ts'
import { submitTender } from '#domain/buy/tender/submit-tender.ts'
import { yuan } from '#domain/money.ts'
import { askedPartner, publishedConsultation } from '../../support/consortium.ts'
import { minorPlan } from '../../support/minor.ts'
import { approvedPlan } from '../../support/plan.ts'
import { draftedProposal } from '../../support/proposal.ts'
import { draftedTender, publishedTender } from '../../support/tender.ts'
import type { Tell } from './stop.ts'

/** Plans of three ways that nothing was begun on yet. */
const plans: Tell = async (town) => {
  const plain = await approvedPlan(town)
  const minor = await minorPlan(town)
  const dates = { from: '2026-03-02', to: '2028-03-01' }
  const open = { methodId: 'FRAMEWORK_OPEN-1', amount: yuan(500_000), ...dates }
  const framework = await approvedPlan(town, open)
  return [
    { who: 'handler', path: `/desk/tenders/new?plan=${plain.id}` },
    { who: 'handler', path: `/desk/minor-works/new?plan=${minor.id}` },
    { who: 'handler', path: `/desk/frameworks/new?plan=${framework.id}` },
  ]
}

/** A single source told beforehand, objected to by one who could do it too. */
const direct: Tell = async (town) => {
  const { id: planId } = await approvedPlan(town, {
    methodId: 'SINGLE_SOURCE-1',
    directGround: 'only_one',
    directWords: '只有一家持有本区专用数据接口资质',
    soleSupplierId: 'ORG1',
  })
  await postDirectNotice(town.as('handler'), { planId })
  await objectDirect(town.as('signer2'), { planId, words: '本机构也有同样资质，可以承接。' })
  return ['signer3', 'approver'].map((who) => ({ who, path: `/direct-notices/${planId}` }))
}

/** A document before its reviewer; one on the market, whose bidder asks a social worker to its team. */
export const calls: Tell = async (town) => {
  const { id: written } = await draftedTender(town)
  await submitTender(town.as('handler'), { tenderId: written })
  const { id: tenderId } = await publishedTender(town)
  await confirmOrganisation(town.as('signer1'), { tenderId, contact: '联系人' })
  const { memberId } = await nameWorker(town.as('signer1'), { tenderId, certNo: 'T-0', leads: true })
  return [
    { who: 'approver', path: `/desk/tenders/${written}/review` },
    { who: null, path: `/tenders/${tenderId}/document/1` },
    { who: 'worker1', path: `/tenders/${tenderId}/proposal/team/${memberId}` },
    ...(await plans(town)),
    ...(await direct(town)),
  ]
}

/** A lead that has named its partner, who has not answered yet. */
export const consortium: Tell = async (town) => {
  const tender = await publishedConsultation(town)
  await draftedProposal(town, tender, 1, { price: yuan(500_000) })
  const memberId = await askedPartner(town, tender, 1, 2)
  return [
    { who: 'signer1', path: `/tenders/${tender.id}/proposal/consortium` },
    { who: 'signer2', path: `/alliances/${memberId}` },
  ]
}
