/** The words the database stores. It imports nothing; `docs/glossary.md` explains each. */

/** Money in 分, the only unit stored; only `app/domain/money.ts` makes or adds it. */
export type Fen = number & { readonly __unit: 'fen' }

export const roles = [
  'resident',
  'family_agent',
  'committee_clerk',
  'committee_director',
  'supervision_member',
  'station_clerk',
  'grid_worker',
  'street_handler',
  'street_approver',
  'street_finance',
  'street_acceptor',
  'district_handler',
  'district_approver',
  'district_finance',
  'district_acceptor',
  'centre_officer',
  'centre_auditor',
  'org_editor',
  'org_signer',
  'social_worker',
  'expert',
  'auditor',
  'system_admin',
  'security_auditor',
] as const
export type Role = (typeof roles)[number]

export const placeLevels = ['district', 'street', 'community', 'grid'] as const
export const communityKinds = ['residents_committee', 'village_committee'] as const
export const partyKinds = [
  'district_office',
  'street_office',
  'service_centre',
  'committee',
  'station',
  'grid_team',
  'organisation',
  'enterprise',
  'community_group',
  'individual',
  'oversight',
] as const
export const organisationForms = [
  'social_association',
  'private_non_enterprise',
  'foundation',
  'enterprise',
] as const
/** What ties an expert to a body (实施条例 第九条): work, board, kin, dealings. */
export const tieKinds = ['employer', 'board', 'kin', 'contract'] as const
/** 评估等级, 5A the highest. */
export const grades = ['5A', '4A', '3A', '2A', '1A'] as const
export const creditStates = ['normal', 'abnormal_list', 'dishonest'] as const
export const certLevels = ['assistant', 'intermediate', 'senior'] as const
export const ageBands = ['under18', '18-35', '36-59', '60-79', '80+'] as const

export const categories = [
  'ELDER',
  'CHILD',
  'DISAB',
  'INTEG',
  'ENVIR',
  'CULTU',
  'MEDIA',
  'DRUGS',
  'EMPLO',
] as const
export const itemTypes = ['service', 'minor_works', 'works_with_service', 'staffing', 'referral'] as const

// Ask
export const surveyStates = ['draft', 'published', 'closed', 'reported'] as const
export const answerChannels = ['online', 'door', 'proxy', 'desk'] as const
export const questionKinds = ['single', 'multiple', 'scale', 'number', 'short_text'] as const
export const suggestionKinds = ['need', 'grid_event', 'errand', 'mediation', 'other'] as const
export const suggestionStates = ['submitted', 'adopted', 'merged', 'answered'] as const
export const needStates = [
  'draft',
  'published',
  'accepted',
  'returned',
  'redirected',
  'refused',
  'shortlisted',
  'selected',
  'not_selected',
  'in_purchase',
  'delivered',
  'merged',
  'withdrawn',
] as const
export const evidenceKinds = ['survey', 'suggestion', 'grid_event'] as const
export const roundStates = ['draft', 'sealed', 'counted', 'announced', 'void'] as const
export const rollUnits = ['person', 'household'] as const
export const voteChannels = ['phone', 'desk', 'assisted', 'paper'] as const
/** 作废票: too many marked, nothing marked, cannot be read. */
export const spoiledReasons = ['too_many', 'blank', 'unreadable'] as const

// Buy
export const planStates = ['draft', 'in_review', 'approved', 'returned', 'rejected'] as const
export const approvalSteps = ['handler', 'finance', 'approver'] as const
export const tenderStates = [
  'draft',
  'in_review',
  'published',
  'opened',
  'evaluated',
  'awarded',
  'contracted',
  'cancelled',
  'failed',
] as const
export const criterionKinds = ['formula', 'subjective', 'objective'] as const
export const questionStates = ['asked', 'answered', 'rejected'] as const
export const amendmentStates = ['draft', 'published'] as const
export const proposalStates = [
  'draft',
  'submitted',
  'withdrawn',
  'needs_confirmation',
  'opened',
  'disqualified',
  'scored',
  'awarded',
  'not_awarded',
] as const
export const panelKinds = ['expert', 'buyer', 'centre', 'resident'] as const
export const panelSeatStates = ['drawn', 'declared_clear', 'recused'] as const
export const panelVoteKinds = ['qualification', 'low_price'] as const
export const scoreSheetStates = ['draft', 'submitted'] as const
export const awardStates = [
  'proposed',
  'confirmed',
  'notified',
  'effective',
  'cancelled',
  'declined',
] as const
export const challengeStates = [
  'submitted',
  'admitted',
  'inadmissible',
  'upheld',
  'partly_upheld',
  'dismissed',
  'withdrawn',
] as const
export const complaintStates = ['filed', 'accepted', 'decided'] as const
export const complaintOutcomes = ['upheld', 'dismissed'] as const

// Deliver
export const contractStates = [
  'draft',
  'signed_by_supplier',
  'signed',
  'published',
  'completed',
  'terminated',
] as const
export const changeStates = ['draft', 'approved', 'rejected'] as const
export const linkageSectors = ['community', 'organisation', 'social_worker'] as const
export const milestoneGates = ['publication', 'midterm', 'final'] as const
export const milestoneStates = ['planned', 'claimed', 'checked', 'accepted', 'returned'] as const
export const diaryKinds = ['activity', 'groupWork', 'casework', 'visit', 'meeting'] as const
export const acceptanceStates = ['opened', 'concluded', 'published'] as const
export const opinionChannels = ['phone', 'paper', 'call'] as const
export const findingStates = ['raised', 'fix_ordered', 'proof_given', 'closed', 'escalated'] as const
export const paymentStates = [
  'requested',
  'checked',
  'approved',
  'submitted',
  'returned_by_bank',
  'corrected',
  'paid',
  'declined',
] as const

// Rate
export const ratingStates = ['invited', 'given', 'replied', 'hidden'] as const
export const rectificationStates = ['opened', 'answered', 'accepted_by_rater', 'reopened'] as const

// Treasury
export const poolSources = [
  'department_budget',
  'participatory_fund',
  'welfare_lottery',
  'charity',
  'self_raised',
  'time_bank',
] as const
/** 指标 → 预留 → 合同占用 → 已申请 → 在途 → 已付; `returned` is money come back to the line. */
export const ledgerAccounts = [
  'source',
  'appropriation',
  'reserved',
  'encumbered',
  'requested',
  'in_transit',
  'paid',
  'returned',
] as const
export type LedgerAccount = (typeof ledgerAccounts)[number]
