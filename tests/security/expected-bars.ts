import type { Role } from '#db/vocabulary.ts'

/** Facts of a subject by name. 'me' is who acts, 'here' the body he acts for, 'mine' another body he sits at. */
export type Facts = Record<string, unknown>
type BarFacts = {
  /** What must be so for him not to be barred, where an empty fact would bar him. */
  clear?: (role: Role) => Facts
  /** Each way in which he is the barred person; none: this bar does not speak of his role. */
  barred: (role: Role, act: string) => Facts[]
}

const who = (...names: string[]): BarFacts => ({ barred: () => names.map((name) => ({ [name]: 'me' })) })
const body = (...names: string[]): BarFacts => ({ barred: () => names.map((name) => ({ [name]: 'mine' })) })
const own = (name: string): BarFacts => ({
  clear: () => ({ [name]: 'me' }),
  barred: () => [{ [name]: 'another' }, { [name]: null }],
})
/** 不相容岗位分离: whoever wrote any version of it. */
const wrote = { barred: () => [{ writtenBy: ['me'] }, { writtenBy: ['another', 'me'] }] }
/** The step of the chain a role signs; a committee's director signs the approver's in the street's stead. */
const step = (role: Role) => (role === 'committee_director' ? 'delegate' : role.split('_')[1])
const isCommittee = (role: Role) => role.startsWith('committee_')
const isAcceptor = (role: Role) => role.endsWith('_acceptor')
const sector = (role: Role) =>
  role === 'committee_director' ? 'community' : role === 'org_signer' ? 'organisation' : 'social_worker'

/** Which facts make somebody the person whom a bar means, written down apart from the policy's own functions. */
export const barFacts: Record<string, BarFacts> = {
  'waits-for-another': {
    clear: (role) => ({ handlerRole: role }),
    barred: (role) => [
      { handlerRole: isCommittee(role) ? 'station_clerk' : 'committee_clerk' },
      { handlerRole: role === 'street_handler' ? 'grid_worker' : 'street_handler' },
    ],
  },
  'not-your-community': {
    clear: () => ({ communityId: 'home' }),
    barred: () => [{ communityId: 'elsewhere' }],
  },
  'sod-poster-approves': {
    barred: () => [{ writtenBy: ['another', 'me'] }, { publishedBy: 'me' }, { committeeId: 'mine' }],
  },
  'sod-drafter-seals': wrote,
  'sod-drafter-witnesses': wrote,
  'sod-recorder-publishes': wrote,
  'not-a-trustee-here': own('personId'),
  'not-a-keeper-here': {
    clear: () => ({ personId: 'me', keeperIds: ['another', 'me'] }),
    barred: (_, act) =>
      act === 'tender.unseal'
        ? [{ keeperIds: [] }, { keeperIds: ['another'] }]
        : [{ personId: 'another' }, { personId: null }],
  },
  'helper-calls-himself': who('helperId'),
  'sod-need-writer-approves': {
    clear: () => ({ needsBy: ['another'] }),
    barred: (role) => (role === 'committee_director' ? [{ needsBy: ['another', 'me'] }] : []),
  },
  'sod-signed-before': { barred: () => [{ signedBy: ['me'] }, { signedBy: ['another', 'me'] }] },
  'sod-drafter-approves': {
    barred: (_, act) => (act.startsWith('minor') ? [{ draftedBy: 'me' }] : wrote.barred()),
  },
  'sod-two-desks': { barred: () => [{ otherIds: ['mine'] }] },
  'sod-enterer-approves': who('enteredBy'),
  'not-your-step': {
    clear: (role) => ({ nextStep: step(role), delegateId: 'here' }),
    barred: (role) => [{ nextStep: null }, { nextStep: step(role) === 'finance' ? 'approver' : 'finance' }],
  },
  'sod-requirement-reviewer': who('requirementBy'),
  'sod-drafter-publishes': who('amendedBy'),
  'only-the-writer-edits': own('requirementBy'),
  'asker-is-the-buyer': body('buyerId'),
  'named-supplier-objects': body('soleSupplierId'),
  'not-for-this-person': {
    clear: () => ({ personId: 'me' }),
    barred: () => [{ personId: 'another', agentIds: ['another'] }],
  },
  'order-not-yours': {
    clear: () => ({ personId: 'me' }),
    barred: () => [{ personId: 'another', agentIds: [], supplierId: 'elsewhere' }],
  },
  'care-of-others': {
    clear: () => ({ personId: 'me' }),
    barred: () => [
      { personId: 'another', agentIds: ['another'] },
      { personId: 'another', agentIds: [], bodyIds: ['elsewhere'] },
    ],
  },
  'care-not-yours': {
    clear: () => ({ agentIds: ['me'] }),
    barred: () => [
      { agentIds: [], bodyIds: ['elsewhere'], centreIds: ['elsewhere'], supplierId: 'elsewhere' },
      { agentIds: ['another'], buyerId: 'elsewhere', aideId: 'another' },
    ],
  },
  'case-not-yours': {
    clear: () => ({ workerId: 'me' }),
    barred: () => [{ workerId: 'another', supervisorId: null }],
  },
  'case-of-another-worker': own('workerId'),
  'sod-own-cpd': who('workerId'),
  'sod-provider-assesses': { barred: () => [{ supplierIds: ['elsewhere', 'mine'] }] },
  'sod-assessor-grants': who('assessedBy'),
  'visit-of-another-aide': own('aideId'),
  'aide-confirms-himself': who('aideId'),
  'sod-chooser-accepts': who('chosenBy'),
  'sod-acceptor-pays': who('acceptedBy'),
  'sod-subcontractor-consents': body('subcontractorId'),
  'sod-own-kin': { barred: () => [{ kinIds: ['another', 'me'] }] },
  'kinship-not-yours': {
    clear: () => ({ kinIds: ['me'] }),
    barred: () => [{ kinIds: ['another'], bodies: ['elsewhere'] }],
  },
  'buyers-people-do-not-propose': body('buyerId'),
  'posters-do-not-propose': { barred: () => [{ posterIds: ['mine'] }] },
  'designers-do-not-propose': { barred: () => [{ centreIds: ['mine'] }] },
  'only-the-member': own('personId'),
  'handover-own-post': {
    clear: (role) => ({ personId: 'me', role }),
    barred: () => [{ personId: 'another' }, { role: 'resident' }],
  },
  'handover-not-to-you': {
    clear: (role) => ({ toId: 'me', role }),
    barred: () => [{ toId: 'another' }, { role: 'resident' }],
  },
  'handover-not-yours': {
    clear: () => ({ fromId: 'me' }),
    barred: () => [{ fromId: 'another', toId: 'another', roleSide: 'office' }],
  },
  'sod-signer-receives': who('signedBy'),
  'another-member-confirms': {
    clear: () => ({ confirmers: ['another', 'me'] }),
    barred: () => [{ confirmers: [] }, { confirmers: ['another'] }],
  },
  'only-the-panel': {
    clear: () => ({ panelIds: ['me', 'another'] }),
    barred: () => [{ panelIds: ['another'] }],
  },
  'panel-does-not-decide': { barred: () => [{ panelIds: ['another', 'me'] }] },
  'sod-bidder-decides': {
    barred: (_role, act) => [
      act.startsWith('provider.')
        ? { supplierId: 'mine' }
        : { [act.startsWith('minorWork.') ? 'quoterIds' : 'bidderIds']: ['elsewhere', 'mine'] },
    ],
  },
  'challenger-does-not-decide': {
    barred: (_role, act) => [
      act.startsWith('complaint.') ? { complainantId: 'mine' } : { challengerId: 'mine' },
    ],
  },
  'sod-handled-decides': { barred: () => [{ handledBy: ['me'] }] },
  'sod-witness-opens': who('witnessId'),
  'sod-handler-witnesses': { barred: () => [{ requirementBy: 'me' }, { panelIds: ['me'] }] },
  'report-not-yet-yours': {
    clear: () => ({ panelIds: ['me'] }),
    barred: () => [{ panelIds: ['another'], buyerId: 'elsewhere' }],
  },
  'sod-award-proposer': who('proposedBy'),
  'sod-accepted-decides': who('acceptedBy'),
  'own-body-not-kept': body('partyId'),
  'sanctioned-body-does-not-decide': body('partyId'),
  'sod-reporter-hears': who('reportedBy'),
  'sod-reporter-decides': who('reportedBy'),
  'sod-hearer-decides': who('servedBy'),
  'sod-decider-lifts': who('decidedBy'),
  'sod-supplier-judges': body('supplierId'),
  'linkage-other-sector': {
    clear: (role) => ({ sector: sector(role), partyId: 'here', personId: 'me' }),
    barred: (role) =>
      sector(role) === 'social_worker'
        ? [{ personId: 'another' }, { sector: 'community' }]
        : [{ partyId: 'elsewhere' }, { sector: 'social_worker', personId: 'another' }],
  },
  'acceptance-already-signed': { barred: () => [{ signedBy: ['me'] }] },
  'sod-handler-accepts': {
    barred: (role) => (isAcceptor(role) ? [{ handledBy: ['me'] }, { openedBy: 'me' }] : []),
  },
  'sod-signer-accepts': { barred: (role) => (isAcceptor(role) ? [{ buyerSignerId: 'me' }] : []) },
  'finding-other-side': {
    clear: (role) => ({ raisedRole: role }),
    barred: (role) => [{ raisedRole: role === 'grid_worker' ? 'centre_officer' : 'grid_worker' }],
  },
  'only-the-assessor': own('personId'),
  'sod-buyer-assesses': body('buyerId'),
  'sod-claimant-checks': who('claimedBy'),
  'sod-change-drafter': who('changeBy'),
  'sod-reviewer-decides': who('givenBy'),
  'sod-year-decider-renews': who('decidedBy'),
  'sod-drafter-signs': wrote,
  'not-served': { clear: () => ({ servedId: 'served' }), barred: () => [{ servedId: null }] },
  'sod-payee-handles': body('supplierId'),
  'sod-requester-handles': who('requestedBy'),
  'sod-checker-approves': who('checkedBy'),
  'sod-checker-pays': who('checkedBy'),
  'sod-approver-pays': who('approvedBy'),
  'sod-ender-recovers': who('terminatedBy'),
  'gift-from-within': { barred: () => [{ buyerId: 'mine' }, { supplierId: 'mine' }, { receiverId: 'mine' }] },
  'not-your-gift': {
    clear: () => ({ payerId: 'me' }),
    barred: (_role, act) => [
      {
        payerId: 'another',
        ...(act === 'gift.read' ? { buyerId: 'elsewhere', receiverId: 'elsewhere' } : {}),
      },
    ],
  },
  'sod-giver-moves': who('payerId'),
  'sod-giver-answers': who('payerId'),
  'sod-opener-moves': who('openedBy'),
  'sod-accepter-moves': { barred: () => [{ acceptedBy: ['me'] }] },
  'sod-submitter-matches': who('submittedBy'),
  'sod-bringer-sets-aside': who('broughtBy'),
  'sod-supplier-rates': body('supplierId'),
  'not-the-rater': { clear: () => ({ servedId: 'served' }), barred: () => [{ servedId: null }] },
  'sod-ranker-decides': who('publishedBy'),
  'kin-of-committee': {
    clear: () => ({ kinOfCommittee: false }),
    barred: () => [{ kinOfCommittee: true }],
  },
  'sod-own-seat': who('personId'),
  'sod-granter-confirms': who('grantedBy'),
  'hours-not-yours': {
    clear: () => ({ personId: 'me', askerId: 'me' }),
    barred: (_role, act) =>
      act === 'hourService.read'
        ? [{ askerId: 'another', volunteerId: 'another', state: 'confirmed' }]
        : [{ personId: 'another' }, { personId: null }],
  },
  'booking-not-yours': {
    clear: () => ({ personId: 'me' }),
    barred: () => [{ personId: 'another', ownerId: 'elsewhere' }],
  },
  'offer-own-body': body('partyId'),
  'offer-own-use': who('usedBy'),
  'booking-own': who('personId'),
  'booking-of-another': own('personId'),
  'hours-of-another': {
    clear: () => ({ volunteerId: 'me', askerId: 'me' }),
    barred: () => [{ volunteerId: 'another', askerId: 'another' }],
  },
  'hours-confirmed-by-oneself': who('volunteerId'),
  'hours-not-the-other-side': {
    clear: () => ({ askerId: 'me' }),
    barred: () => [
      { askerId: 'another', hostId: 'elsewhere' },
      { askerId: null, hostId: null },
    ],
  },
  'hours-for-oneself': who('askerId'),
  'hours-to-oneself': who('personId', 'heirId'),
  'hours-own-part': who('volunteerId', 'askerId', 'decidedBy'),
  'hours-host-audits': body('hostId'),
  'key-of-another-body': {
    clear: () => ({ elsewhere: false }),
    barred: (role) => (role === 'org_signer' ? [{ elsewhere: true }] : []),
  },
  'organisation-seats-its-own': {
    barred: (role) => (role === 'system_admin' ? [{ roleSide: 'organisation', firstSigner: false }] : []),
  },
}

/** 'not-your-body' where a role's body is told apart by more than the row's own place. */
export const bodyBars: Record<string, BarFacts> = {
  'pool.set_up': {
    barred: (role) => (role === 'street_finance' ? [{ ownerId: 'elsewhere' }] : []),
    clear: () => ({ ownerId: 'here' }),
  },
  'tender.witness': {
    clear: () => ({ posterIds: ['here'], buyerId: 'here' }),
    barred: (role) =>
      role === 'auditor'
        ? []
        : [role === 'supervision_member' ? { posterIds: [] } : { buyerId: 'elsewhere' }],
  },
  'seat.grant': {
    clear: (role) => ({ roleSide: role === 'org_signer' ? 'organisation' : 'office', partyId: 'here' }),
    barred: (role) => (role === 'org_signer' ? [{ partyId: 'elsewhere' }, { roleSide: 'office' }] : []),
  },
}
bodyBars['line.set_up'] = bodyBars['pool.set_up']!
bodyBars['seat.enrol'] = bodyBars['seat.grant']!
bodyBars['seat.withdraw'] = bodyBars['seat.grant']!
bodyBars['seat.renew_key'] = bodyBars['seat.grant']!
bodyBars['handover.sign_for'] = bodyBars['seat.grant']!

const near = ['buyers-people-do-not-propose', 'posters-do-not-propose', 'designers-do-not-propose']
const poster = ['sod-poster-approves']
const signing = ['sod-need-writer-approves', 'sod-signed-before', 'sod-drafter-approves', 'not-your-step']
const panel = ['panel-does-not-decide']
const bidder = ['sod-bidder-decides']
const deciding = [...panel, ...bidder, 'challenger-does-not-decide']
const ruling = ['panel-does-not-decide', 'sod-handled-decides', 'challenger-does-not-decide', ...bidder]
const supplier = ['sod-supplier-judges']
const accepts = [...supplier, 'acceptance-already-signed', 'sod-handler-accepts', 'sod-signer-accepts']
const raiser = [...supplier, 'finding-other-side']
const member = ['only-the-member']
const onPanel = ['only-the-panel']
const reviewer = ['sod-requirement-reviewer']
const writer = ['only-the-writer-edits']
const pays = ['sod-payee-handles', 'sod-requester-handles', 'sod-checker-pays', 'sod-approver-pays']
const rater = ['sod-supplier-rates', 'not-the-rater']
const turn = ['waits-for-another']
const neighbour = ['not-your-community']

/** What bars even the right seat from each act (不相容岗位分离); an act that is not here bars nobody. */
export const expectedBars: Record<string, string[]> = {
  'suggestion.support': neighbour,
  'suggestion.read': turn,
  'suggestion.adopt': turn,
  'suggestion.merge': turn,
  'suggestion.answer': turn,
  'suggestion.refer': turn,
  'suggestion.return': turn,
  'petition.refer': turn,
  'petition.accept': turn,
  'petition.decline': turn,
  'petition.send_back': turn,
  'petition.extend': turn,
  'petition.finish': turn,
  'need.support': neighbour,
  'need.accept': poster,
  'need.return': poster,
  'need.redirect': poster,
  'need.refuse': poster,
  'topic.propose': neighbour,
  'topic.support': neighbour,
  'meeting.ask': neighbour,
  'meeting.resolve': ['sod-recorder-publishes'],
  'trustee.serve': ['not-a-trustee-here'],
  'callback.record': ['helper-calls-himself'],
  'round.seal': ['sod-drafter-seals'],
  'round.witness': ['sod-drafter-witnesses'],
  'pool.set_up': ['not-your-body'],
  'line.set_up': ['not-your-body'],
  'plan.tell_apart': ['sod-drafter-approves'],
  'plan.approve': signing,
  'plan.return': signing,
  'plan.reject': signing,
  'tender.edit': writer,
  'tender.submit': writer,
  'tender.review': reviewer,
  'tender.return': reviewer,
  'tender.publish': reviewer,
  'question.ask': ['asker-is-the-buyer'],
  'minorWork.call': ['sod-drafter-approves'],
  'minorWork.choose': ['sod-drafter-approves', ...bidder],
  'minorQuote.give': ['buyers-people-do-not-propose'],
  'minorPart.accept': ['sod-drafter-approves', 'sod-chooser-accepts', ...supplier],
  'minorPart.return': ['sod-drafter-approves', 'sod-chooser-accepts', ...supplier],
  'minorPart.pay': ['sod-acceptor-pays', 'sod-payee-handles'],
  'framework.publish': ['sod-drafter-approves'],
  'provider.apply': ['buyers-people-do-not-propose'],
  'provider.admit': bidder,
  'provider.decline': bidder,
  'provider.end': bidder,
  'order.place': ['not-for-this-person'],
  'order.redo': ['not-for-this-person'],
  'order.confirm': ['not-for-this-person'],
  'order.cancel': ['not-for-this-person'],
  'order.rate': ['not-for-this-person', 'sod-supplier-rates'],
  'orderFix.accept': ['not-for-this-person', 'sod-supplier-rates'],
  'orderFix.reopen': ['not-for-this-person', 'sod-supplier-rates'],
  'order.read': ['order-not-yours'],
  'caseFile.read': ['case-not-yours'],
  'caseFile.hand_over': ['case-not-yours'],
  'caseFile.note': ['case-of-another-worker'],
  'caseFile.close': ['case-of-another-worker'],
  'caseFile.reopen': ['case-of-another-worker'],
  'cpd.confirm': ['sod-own-cpd'],
  'care.apply': ['care-of-others'],
  'care.read': ['care-not-yours'],
  'care.assess': ['sod-own-kin', 'sod-provider-assesses'],
  'care.grant': ['sod-own-kin', 'sod-assessor-grants', 'sod-provider-assesses'],
  'care.refuse': ['sod-own-kin', 'sod-assessor-grants', 'sod-provider-assesses'],
  'care.renew_code': ['care-of-others'],
  'visit.order': ['care-of-others'],
  'visit.read': ['care-not-yours'],
  'visit.check_in': ['visit-of-another-aide', 'sod-own-kin'],
  'visit.leave': ['visit-of-another-aide', 'sod-own-kin'],
  'visit.confirm_by_code': ['visit-of-another-aide', 'sod-own-kin'],
  'visit.check_in_by_phone': ['sod-own-kin', 'aide-confirms-himself', 'sod-supplier-judges'],
  'visit.confirm_for_her': ['sod-own-kin', 'aide-confirms-himself', 'sod-supplier-judges'],
  'visit.confirm': ['aide-confirms-himself', 'care-of-others'],
  'visit.redo': ['aide-confirms-himself', 'care-of-others'],
  'visit.cancel': ['care-of-others'],
  'careComplaint.make': ['care-of-others'],
  'careComplaint.settle': ['care-of-others'],
  'careComplaint.escalate': ['care-of-others'],
  'careComplaint.read': ['care-not-yours'],
  'careComplaint.rule': ['sod-supplier-judges', 'sod-own-kin'],
  'partnerOffer.list': ['offer-own-body'],
  'partnerOffer.decline': ['offer-own-body'],
  'partnerOffer.receive': ['offer-own-body'],
  'partnerOffer.honour': ['offer-own-use'],
  'booking.read': ['booking-not-yours'],
  'booking.lend': ['booking-own'],
  'booking.refuse': ['booking-own'],
  'booking.return': ['booking-own'],
  'booking.cancel': ['booking-of-another'],
  'hourAccount.read': ['hours-not-yours'],
  'hourAccount.name_heir': ['hours-not-yours'],
  'hourAccount.give': ['hours-not-yours'],
  'hourAccount.pool': ['hours-not-yours'],
  'hourAccount.grant': ['hours-to-oneself'],
  'hourAccount.insure': ['hours-to-oneself'],
  'hourAccount.close': ['hours-to-oneself'],
  'hourService.read': ['hours-not-yours'],
  'hourService.take': ['hours-for-oneself'],
  'hourService.give_up': ['hours-of-another'],
  'hourService.cancel': ['hours-of-another'],
  'hourService.claim': ['hours-of-another'],
  'hourService.withdraw': ['hours-of-another'],
  'hourService.confirm': ['hours-confirmed-by-oneself', 'hours-not-the-other-side'],
  'hourService.decline': ['hours-confirmed-by-oneself', 'hours-not-the-other-side'],
  'hourService.counter': ['hours-own-part'],
  'hourService.audit': ['hours-own-part', 'hours-host-audits'],
  'kinship.write': ['sod-own-kin'],
  'kinship.end': ['kinship-not-yours'],
  'directNotice.object': ['asker-is-the-buyer', 'named-supplier-objects'],
  'amendment.publish': [...reviewer, 'sod-drafter-publishes'],
  'proposal.draft': near,
  'proposal.submit': near,
  'proposal.withdraw': near,
  'proposal.confirm': near,
  'consortium.read': near,
  'consortium.consent': near,
  'proposal.consent': member,
  'proposal.read': onPanel,
  'proposal.disqualify': onPanel,
  'tender.open': ['sod-witness-opens'],
  'keeper.serve': ['not-a-keeper-here'],
  'tender.unseal': ['not-a-keeper-here'],
  'tender.witness': ['not-your-body', 'sod-handler-witnesses'],
  'tender.evaluate': onPanel,
  'panel.vote': member,
  'panelSeat.declare_clear': member,
  'panelSeat.recuse': member,
  'scoreSheet.draft': member,
  'scoreSheet.submit': member,
  'scoreSheet.return': member,
  'report.draw_up': onPanel,
  'report.read': ['report-not-yet-yours'],
  'report.sign': member,
  'supplement.ask': onPanel,
  'consultation.write': onPanel,
  'consultation.ask': [...onPanel, 'another-member-confirms'],
  'priceCorrection.find': onPanel,
  'priceCorrection.agree': onPanel,
  'report.reopen': onPanel,
  'signals.read': onPanel,
  'buyerCheck.give': [...panel, ...bidder],
  'evaluation.reopen': [...panel, ...bidder],
  'award.propose': [...panel, ...bidder],
  'award.confirm': ['sod-award-proposer', ...panel, ...bidder],
  'award.notify': [...panel, ...bidder],
  'award.lapse': bidder,
  'challenge.admit': [...panel, ...bidder],
  'challenge.reject': [...panel, ...bidder],
  'challenge.uphold': deciding,
  'challenge.uphold_in_part': deciding,
  'challenge.dismiss': deciding,
  'complaint.accept': ruling,
  'register.keep': ['own-body-not-kept'],
  'sanction.report': ['sanctioned-body-does-not-decide'],
  'sanction.serve': ['sod-reporter-hears', 'sanctioned-body-does-not-decide'],
  'sanction.decide': ['sod-reporter-decides', 'sod-hearer-decides', 'sanctioned-body-does-not-decide'],
  'sanction.dismiss': ['sod-reporter-decides', 'sod-hearer-decides', 'sanctioned-body-does-not-decide'],
  'sanction.lift': ['sod-decider-lifts', 'sanctioned-body-does-not-decide'],
  'complaint.resume': ruling,
  'complaint.decide': [...ruling, 'sod-accepted-decides'],
  'linkage.confirm': ['linkage-other-sector'],
  'joint_log.write': ['linkage-other-sector'],
  'contract.sign': ['sod-drafter-signs', ...supplier],
  'contract.publish': supplier,
  'yearReview.give': supplier,
  'yearReview.pass': [...supplier, 'sod-reviewer-decides'],
  'yearReview.fail': [...supplier, 'sod-reviewer-decides'],
  'contract.renew': ['sod-year-decider-renews'],
  'contract.complete': supplier,
  'contract.terminate': supplier,
  'change.opine': [...supplier, 'sod-change-drafter'],
  'change.approve': [...supplier, 'sod-change-drafter'],
  'change.reject': [...supplier, 'sod-change-drafter'],
  'subcontract.consent': [...supplier, 'sod-subcontractor-consents'],
  'subcontract.decline': [...supplier, 'sod-subcontractor-consents'],
  'milestone.pass_by_publication': supplier,
  'milestone.check': [...supplier, 'sod-claimant-checks'],
  'milestone.return': [...supplier, 'sod-claimant-checks'],
  'milestone.accept': accepts,
  'acceptance.open': supplier,
  'acceptance.opine': ['not-served'],
  'acceptance.enter': supplier,
  'acceptance.sign': accepts,
  'acceptance.conclude': accepts,
  'acceptance.publish': accepts,
  'acceptance.reopen': supplier,
  'finding.raise': supplier,
  'finding.order': raiser,
  'finding.reorder': raiser,
  'finding.close': raiser,
  'finding.escalate': raiser,
  'finding.freeze': raiser,
  'assessment.open': supplier,
  'assessment.publish': supplier,
  'assessor.declare': ['only-the-assessor', ...supplier, 'sod-buyer-assesses'],
  'assessor.recuse': ['only-the-assessor'],
  'assessor.score': ['only-the-assessor', ...supplier, 'sod-buyer-assesses'],
  'assessor.replace': supplier,
  'inspection.add': supplier,
  'inspection.record': supplier,
  'inspection.skip': supplier,
  'voucherCheck.agree': supplier,
  'voucherCheck.differ': supplier,
  'payment.check': ['sod-payee-handles', 'sod-requester-handles'],
  'payment.approve': ['sod-payee-handles', 'sod-requester-handles', 'sod-checker-approves'],
  'payment.submit': pays,
  'settlement.check': ['sod-payee-handles', 'sod-requester-handles'],
  'settlement.approve': ['sod-payee-handles', 'sod-requester-handles', 'sod-checker-approves'],
  'settlement.return': ['sod-payee-handles', 'sod-requester-handles'],
  'settlement.submit': pays,
  'settlement.confirm': pays,
  'settlement.bounce': pays,
  'bookEntry.enter': ['sod-two-desks'],
  'bookEntry.approve': ['sod-two-desks', 'sod-enterer-approves'],
  'bookEntry.return': ['sod-two-desks', 'sod-enterer-approves'],
  'payment.confirm': pays,
  'payment.bounce': pays,
  'bank.match': ['sod-payee-handles', 'sod-requester-handles', 'sod-submitter-matches'],
  'bank.set_aside': ['sod-bringer-sets-aside'],
  'payment.decline': ['sod-payee-handles', 'sod-requester-handles'],
  'pot.open': ['sod-payee-handles'],
  'pot.close': ['sod-payee-handles'],
  'gift.pledge': ['gift-from-within'],
  'gift.accept': ['sod-giver-answers'],
  'gift.decline': ['sod-giver-answers'],
  'gift.withdraw': ['not-your-gift'],
  'gift.pay': ['not-your-gift'],
  'gift.read': ['not-your-gift'],
  'gift.release': ['sod-payee-handles', 'sod-giver-moves', 'sod-opener-moves', 'sod-accepter-moves'],
  'gift.refund': ['sod-payee-handles', 'sod-giver-moves', 'sod-opener-moves', 'sod-accepter-moves'],
  'recovery.register': ['sod-payee-handles', 'sod-ender-recovers'],
  'rating.invite': ['sod-supplier-rates'],
  'rating.give': ['sod-supplier-rates', 'not-served'],
  'rating.enter': ['sod-supplier-rates'],
  'rating.hear': ['sod-supplier-rates'],
  'rating.write_down': ['sod-supplier-rates'],
  'rating.hide': ['sod-supplier-rates'],
  'rating.restore': ['sod-supplier-rates'],
  'rankObjection.uphold': ['sod-ranker-decides'],
  'rankObjection.dismiss': ['sod-ranker-decides'],
  'merit.decide': ['sod-ranker-decides'],
  'oversight.raise': ['kin-of-committee'],
  'oversight.settle': ['kin-of-committee'],
  'oversight.escalate': ['kin-of-committee'],
  'rectification.accept': rater,
  'rectification.reopen': rater,
  'seat.grant': ['sod-own-seat', 'not-your-body', 'organisation-seats-its-own'],
  'seat.enrol': ['sod-own-seat', 'not-your-body', 'organisation-seats-its-own'],
  'seat.withdraw': ['sod-own-seat', 'not-your-body'],
  'person.correct': ['sod-own-seat'],
  'seat.renew_key': ['sod-own-seat', 'not-your-body', 'key-of-another-body'],
  'handover.sign': ['handover-own-post'],
  'handover.sign_for': ['sod-own-seat', 'not-your-body'],
  'handover.receive': ['handover-not-to-you', 'sod-signer-receives'],
  'handover.return': ['handover-not-to-you', 'sod-signer-receives'],
  'handover.read': ['handover-not-yours'],
  'seat.confirm': ['sod-own-seat', 'sod-granter-confirms'],
  'seat.decline': ['sod-own-seat', 'sod-granter-confirms'],
}
