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
  'care_aide',
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
/** 直接登记, or 双重管理 with a body in charge of its business. */
export const registrationKinds = ['direct', 'dual'] as const
/** 年检结论 of one year; `missed`: no report was filed. */
export const inspectionResults = ['passed', 'basically_passed', 'failed', 'missed'] as const
/** 活动异常名录, 严重违法失信名单. */
export const listKinds = ['abnormal_list', 'dishonest'] as const
export const sanctionStates = ['reported', 'in_defence', 'decided', 'dismissed', 'lifted'] as const
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
export const questionKinds = ['single', 'multiple', 'scale', 'rank', 'number', 'short_text', 'place'] as const
/** 代填: what he who answers is to the one he answers for; never a name. */
export const proxyRelations = ['family', 'neighbour', 'carer', 'worker', 'other'] as const
/** Whether a survey takes any number of answers, or one for each slip it printed. */
export const answerLimits = ['open', 'slip'] as const
export const suggestionKinds = ['need', 'grid_event', 'errand', 'mediation', 'other'] as const
export const suggestionStates = ['submitted', 'adopted', 'merged', 'answered'] as const
/** 清单外事项: what the list has no row for; a community does it only as something bought. */
export const OUTSIDE_LIST = 'outside'
/** 自治 · 协助政府 · 政府职责 · 购买服务: whose duty a matter is (权责清单). */
export const dutyKinds = ['autonomy', 'assist', 'government', 'purchase'] as const
/** 信访事项: referred, then taken up by the office in charge, given back as not its own, not taken up, or finished. */
export const petitionStates = ['referred', 'accepted', 'sent_back', 'declined', 'finished'] as const
/** What a department asks of a community: a table, a certificate, a ledger kept, a report. */
export const burdenKinds = ['table', 'certificate', 'ledger', 'report'] as const
/** Who put an ask in: the resident, the grid on its round, or somebody at a desk for a resident. */
export const raisers = ['resident', 'grid', 'helper'] as const
/** What a committee made of a topic that repeats. */
export const heatDecisions = ['need', 'meeting', 'aside'] as const
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
export const evidenceKinds = ['survey', 'suggestion', 'grid_event', 'meeting'] as const
/** 议题: who brought it. */
export const topicSources = ['resident', 'committee', 'heat', 'need'] as const
export const topicStates = ['proposed', 'posted', 'scheduled', 'declined'] as const
export const meetingStates = [
  'draft',
  'called',
  'held',
  'no_quorum',
  'resolved',
  'executed',
  'reported',
  'cancelled',
] as const
/** 到会方式: in the room, by telephone or video, by a proxy who is in the room. */
export const attendanceChannels = ['in_person', 'remote', 'proxy'] as const
/** Whether the attendance was typed at the door or taken over from a signed sheet. */
export const attendanceSources = ['typed', 'paper'] as const
export const majorityBases = ['present', 'body'] as const
export const callerBases = ['adults', 'households', 'body'] as const
/** 决议 binds the body; 意见 is heard. */
export const meetingEffects = ['decision', 'opinion'] as const
export const roundStates = ['draft', 'sealed', 'counted', 'announced', 'void'] as const
export const rollUnits = ['person', 'household'] as const
/** L1: sealed ballots and trustees; L0: advisory, tied to the account and shown only as totals. */
export const roundLevels = ['L0', 'L1'] as const
export const ballotKinds = ['approval', 'knapsack', 'points', 'ranking'] as const
/** One mark on a ballot: an item, or an item with its points. */
export type Mark = string | [id: string, points: number]
export const countRules = ['greedy', 'greedy_no_skip', 'greedy_threshold', 'mes'] as const
export const countUtilities = ['cost', 'cardinal'] as const
export const countCompletions = ['none', 'greedy', 'add1', 'add1_greedy'] as const
/** 同票次序: lower cost, more votes, lower number; or a lot drawn and published before the count. */
export const tieOrders = ['cost_votes_id', 'lot'] as const
/** 居住条件: registered here only; registered, or living here for so many months; everybody living here. */
export const residenceRules = ['registered', 'registered_or_living', 'living'] as const
/** 联合评选的各方. */
export const voteBlocs = ['resident', 'committee', 'centre', 'street', 'organisation'] as const
/** 示范计票: what both rules make of the ballots in a file; amounts in the file's own unit. */
export type CountedFile = {
  name: string
  voters: number
  names: Record<string, string>
  sides: { method: 'greedy' | 'mes_add1u'; winners: string[]; cost: string; reached: number }[]
}
export type BlocWeight = { bloc: (typeof voteBlocs)[number]; weight: number }
/** 户内争议: the first vote stands, or the household's right passes to the other claimant. */
export const claimOutcomes = ['keep', 'hand_over'] as const
/** 密钥保管人 by where they come from: 居务监督委员会, the street office, outside both. */
export const trusteeKinds = ['supervision', 'street', 'outside'] as const
/** 信封: all in one, or quality and price apart where quality is scored first. */
export const envelopes = ['whole', 'quality', 'price', 'final'] as const
/** 采购密钥的保管人 by where they come from: the buyer, who oversees for those who asked, an auditor outside both. */
export const keeperKinds = ['buyer', 'oversight', 'outside'] as const
/** Where a proposal was sealed: in the bidder's own browser, or in the server's memory. */
export const sealPlaces = ['browser', 'server'] as const
export const voteChannels = ['phone', 'desk', 'assisted', 'paper', 'kiosk'] as const
/** 名册来源: typed or pasted, or from a sheet of Excel. */
export const rollSources = ['typed', 'sheet'] as const
/** 作废票: too many marked, nothing marked, cannot be read. */
export const spoiledReasons = ['too_many', 'blank', 'unreadable'] as const
export const sheetOutcomes = ['counted', 'void'] as const
/** Why a paper sheet is void: as spoiled, or because no slip is with it, or its right was used elsewhere. */
export const sheetVoids = [...spoiledReasons, 'no_slip', 'used_elsewhere'] as const
/** 回访结果: it was his will, it was not, or nobody was found. */
export const callbackOutcomes = ['confirmed', 'not_mine', 'unreachable'] as const

// Buy
/** 密封方式: a key split among several holders, or one wrapped by the server. */
export const sealModes = ['split', 'simple'] as const
export const frameworkStates = ['draft', 'published', 'closed'] as const
export const providerStates = ['applied', 'admitted', 'declined', 'signed', 'ended'] as const
export const orderStates = ['placed', 'accepted', 'done', 'confirmed', 'refused', 'cancelled'] as const
export const minorWorkStates = ['draft', 'calling', 'chosen', 'working', 'finished', 'cancelled'] as const
export const quoteChannels = ['online', 'paper'] as const
export const minorPartStates = ['planned', 'reported', 'accepted', 'paid'] as const
export const planStates = ['draft', 'in_review', 'approved', 'returned', 'rejected'] as const
export const approvalSteps = ['handler', 'finance', 'approver'] as const
/** Beside the posts of the buyer: the approver of the level above, over a street's own limit; the director of a committee, within what the street delegated to it. */
export const signedSteps = [...approvalSteps, 'above', 'delegate'] as const
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
/** 近亲属 (实施条例 第九条): spouse, direct line, collateral to three generations, near by marriage. */
export const kinRelations = ['spouse', 'direct', 'collateral', 'affinity'] as const
/** 专家的处分: while one runs, the expert is not drawn; removal has no end. */
export const expertStandingKinds = ['suspended', 'sanctioned', 'removed'] as const
/** 87号令 第六十四条: the only grounds on which a score that was locked may move. */
export const evaluationGrounds = ['sum_wrong', 'out_of_range', 'objective_differs', 'score_extreme'] as const
/** 磋商: written by one member, confirmed by another and sent to all who remain, and its final offers opened. */
export const consultationStates = ['written', 'asked', 'opened'] as const
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
/** 质疑对象: the procurement document, the course of the purchase, its result; the window of each begins elsewhere. */
export const challengeMatters = ['document', 'process', 'result'] as const
/** The steps of the course whose end begins a window. */
export const challengeSteps = ['opening', 'evaluation'] as const
/** What follows where an objection holds (94号令 第十六条、第三十一条、第三十二条). */
export const remedies = ['none', 'amend', 'next_in_rank', 're_evaluate', 'restart'] as const
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
/** 变更事由: why a contract is changed, by code; more money is always a supplement (政府采购法 第四十九条). */
export const changeRationales = [
  'supplement',
  'demand',
  'policy',
  'staff',
  'force_majeure',
  'public_interest',
  'slip',
] as const
export const changeStates = ['draft', 'approved', 'rejected'] as const
/** 解除原因: what a contract ended for; 转包 needs a finding that says so. */
export const terminationCauses = ['transfer', 'breach', 'agreed', 'unable'] as const
export const subcontractStates = ['requested', 'consented', 'declined'] as const
export const handoverStates = ['signed', 'received', 'returned'] as const
/** 检查发现: ordinary, or 转包 of the whole contract. */
export const findingKinds = ['ordinary', 'transfer'] as const
export const linkageSectors = ['community', 'organisation', 'social_worker'] as const
export const milestoneGates = ['publication', 'midterm', 'final'] as const
export const milestoneStates = ['planned', 'claimed', 'checked', 'accepted', 'returned'] as const
export const diaryKinds = ['activity', 'groupWork', 'casework', 'visit', 'meeting'] as const
/** 居家服务申请: asked for, assessed, granted by the month; over when ended. */
export const careStates = ['applied', 'assessed', 'granted', 'refused', 'ended'] as const
/** What is granted by the month: 服务时长 in minutes, or 服务券 in 分. */
export const careUnits = ['minutes', 'fen'] as const
/** Every entry of a month goes from one of these to another: what the place gives, what is left, kept for an order, used. */
export const careAccounts = ['place', 'available', 'held', 'used'] as const
/** 到户登记: the aide with the code of the house, or the station by telephone. */
export const checkInChannels = ['code', 'phone'] as const
/** 服务确认: the family on its own page, its code given to the aide, a signed sheet, the station's call. */
export const careConfirmations = ['page', 'code', 'paper', 'phone'] as const
export const careComplaintStates = ['made', 'answered', 'settled', 'escalated', 'ruled'] as const
/** 个案: open with its worker, or closed. */
export const caseFileStates = ['open', 'closed'] as const
/** 到场登记: by one's own code at the door, or from a signed sheet. */
export const arrivalChannels = ['code', 'sheet'] as const
export const acceptanceStates = ['opened', 'concluded', 'published'] as const
export const opinionChannels = ['phone', 'paper', 'call'] as const
/** 现场检查: planned for a month, recorded on the spot, or given up with a reason. */
export const visitStates = ['planned', 'recorded', 'skipped'] as const
/** Why a contract is visited: its points, or the lot. */
export const visitWhys = ['risk', 'lot', 'unplanned'] as const
/** 凭证抽查: the lot fell on it; it agrees with invoice and work, or differs. */
export const voucherCheckStates = ['drawn', 'agrees', 'differs'] as const
export const assessmentKinds = ['midterm', 'final'] as const
export const assessmentStates = ['opened', 'published'] as const
export const assessorStates = ['drawn', 'clear', 'recused', 'scored', 'replaced'] as const
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
/** 屏蔽理由: the only grounds on which words are taken from public pages. */
export const hideGrounds = ['personal_data', 'insult', 'advertising', 'unlawful', 'other_matter'] as const
export const ratingStates = ['invited', 'given', 'replied', 'hidden'] as const
/** 评分排名: organisations by their record, streets by how they buy, pay and put right. */
export const rankKinds = ['organisation', 'street'] as const
export type RankPart = { code: string; weight: number; value: number | null; counted: string }
/** One body in a ranking as it was published: its score, the range it lies in, and the places it may hold. */
export type RankLine = {
  partyId: string
  name: string
  score: number
  low: number
  high: number
  best: number
  worst: number
  parts: RankPart[]
}
export const rankObjectionStates = ['raised', 'upheld', 'dismissed'] as const
/** 奖惩登记. */
export const meritKinds = ['reward', 'penalty'] as const
/** 评价预警: fell or rose, words alike, one clerk's hand, the same people for one and against another. */
export const ratingAlarms = ['drift', 'same_words', 'one_hand', 'ring'] as const
/** 居务监督异议: raised by the supervision committee, answered by the committee, settled or taken to the street, which rules. */
export const oversightStates = ['raised', 'answered', 'settled', 'escalated', 'ruled'] as const
/** 监督事项: what a community decides, buys and pays. */
export const oversightMatters = ['resolution', 'round', 'need', 'contract', 'payment', 'book'] as const
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
  'given',
  'advanced',
  'co_fund_held',
  'co_fund_in_transit',
  'co_fund_paid',
  'refund_due',
  'refunded',
  'fee',
] as const
/** Money of outside this house: what came in from there stands on them with a minus. */
export const outsideAccounts: readonly LedgerAccount[] = ['source', 'given', 'advanced']
export type LedgerAccount = (typeof ledgerAccounts)[number]
/** 台账摘要: every business fact that moves money; each has its word in the public ledger. */
export const ledgerKinds = [
  'line.open',
  'plan.reserve',
  'plan.release',
  'contract.encumber',
  'contract.change',
  'contract.complete',
  'contract.terminate',
  'recovery.register',
  'payment.request',
  'payment.decline',
  'payment.submit',
  'payment.bounce',
  'payment.confirm',
  'payment.lose',
  'payment.fee',
  'settlement.claim',
  'settlement.return',
  'settlement.submit',
  'settlement.bounce',
  'settlement.confirm',
  'minor.encumber',
  'minor.release',
  'minor.accept',
  'minor.pay',
  'cofund.funded',
  'cofund.release',
  'cofund.released',
  'cofund.returned',
  'cofund.made_good',
  'cofund.refund',
  'cofund.refunded',
  'cofund.refund_failed',
  'cofund.lost',
] as const
export type LedgerKind = (typeof ledgerKinds)[number]
/** 共同出资（企业）, 定向捐赠 (anybody else). */
export const giftKinds = ['co_fund', 'gift'] as const
export const potStates = ['open', 'closed'] as const
/** What people decided of a gift; how far its money is tells the ledger. */
export const giftStates = [
  'pledged',
  'agreed',
  'declined',
  'withdrawn',
  'received',
  'released',
  'refunded',
] as const
export const providerCallKinds = ['connect', 'open', 'release', 'reverse', 'refund'] as const
export const providerCallStates = ['waiting', 'done', 'dead'] as const
export const providerEventStates = ['waiting', 'done', 'dead'] as const
/** 年度财务情况: the costs a body files beside those of its projects; where a gift went in a year. */
export const costKinds = ['otherService', 'management', 'fundraising', 'otherCosts'] as const
export const giftSteps = ['given', 'fee', 'passedOn', 'givenBack', 'left'] as const
export const guardScopes = ['pool', 'line', 'plan', 'contract'] as const
/** 直接支付, 授权支付. */
export const voucherKinds = ['direct', 'authorised'] as const
/** 银行明细 of a payment: paid, or sent back. */
export const bankOutcomes = ['paid', 'returned'] as const
/** A line of the bank's list: matched by itself, waiting for a person, matched by one, or set aside. */
export const bankLineStates = ['matched', 'queued', 'matched_by_hand', 'set_aside'] as const
/** Why a line of the bank's list waits. */
export const bankLineWhys = [
  'no_voucher',
  'other_sum',
  'other_payee',
  'before_voucher',
  'not_waiting',
  'other_person',
] as const
/** 议、行分设: the committee's own account, the service station's own account. */
export const bookSides = ['committee', 'station'] as const
/** 居委会: 办公经费、资产收益、社区自筹. 服务站: 公共服务拨款、购买服务专项、低偿收费. */
export const bookKindsOf = {
  committee: ['office_grant', 'asset_income', 'community_collection'],
  station: ['service_grant', 'earmarked_purchase', 'service_fee'],
} as const
export const bookKinds = [...bookKindsOf.committee, ...bookKindsOf.station] as const
export const bookWays = ['income', 'expense'] as const
export const bookStates = ['entered', 'approved', 'returned'] as const

// Open
/** 采购预警, by the codes of the Open Contracting red flags. */
export const redFlagCodes = [
  'R003',
  'R018',
  'R024',
  'R025',
  'R028',
  'R030',
  'R035',
  'R036',
  'R038',
  'R058',
] as const
/** 核看结论: nothing in it, taken up elsewhere, or to be watched. */
export const flagLookOutcomes = ['explained', 'taken_up', 'watched'] as const
/** 纸质件: the kinds of paper that carry a number by which anybody can check them. */
export const printoutKinds = [
  'contract',
  'payment',
  'acceptance',
  'round_result',
  'award_result',
  'ballot',
  'survey',
  'sign_in',
  'receipt',
  'minutes',
] as const

/** 年度绩效评价: given by the centre, then decided by the buyer. */
export const yearReviewStates = ['given', 'passed', 'failed'] as const
/** 订单月结. */
/** 订单月结: sent back it frees its orders; a voucher that the bank sent back is corrected and approved anew. */
export const settlementStates = [
  'claimed',
  'returned',
  'checked',
  'approved',
  'submitted',
  'bounced',
  'paid',
] as const

// Tend
/** 时长账户: a person's, the pool's, what is kept for an agreed service, and what the bank issued. */
export const hourAccountKinds = ['person', 'pool', 'kept', 'issued'] as const
export const hourEntryKinds = [
  'earn',
  'keep',
  'free',
  'spend',
  'give',
  'pool',
  'grant',
  'inherit',
  'counter',
] as const
/** For a body that hosts it, or for a neighbour who asked. */
export const hourServiceKinds = ['public', 'neighbour'] as const
export const hourServiceStates = [
  'asked',
  'taken',
  'claimed',
  'confirmed',
  'declined',
  'withdrawn',
  'countered',
] as const
/** 服务内容; the last two are risky and ask for insurance. */
export const hourTasks = [
  'company',
  'errand',
  'reading',
  'phone_help',
  'event',
  'environment',
  'patrol',
  'repair',
] as const
export const riskyHourTasks: readonly string[] = ['patrol', 'repair']
/** 销户: for a death the named heir inherits, else the pool. */
export const hourCloseCauses = ['death', 'left', 'asked'] as const
/** 爱心商家的优惠, 实物捐助. */
export const offerKinds = ['discount', 'in_kind'] as const
export const offerStates = ['posted', 'listed', 'declined', 'ended'] as const
export const offerUseStates = ['taken', 'honoured', 'received'] as const
/** 资源: a room, equipment, a trainer, a facility for everybody. */
export const resourceKinds = ['room', 'equipment', 'trainer', 'facility'] as const
export const bookingStates = ['asked', 'lent', 'refused', 'cancelled', 'returned'] as const
