import type { Role } from '#db/vocabulary.ts'

/** What the vocabulary of roles, states and moves says, written down apart from the code: from → to, and by whom. */
export type Expected = {
  moves: Record<string, [from: string[], to: string]>
  by: Record<string, Role[] | 'anyone' | 'person' | 'nobody'>
}

const handlers: Role[] = ['street_handler', 'district_handler']
const approvers: Role[] = ['street_approver', 'district_approver']
const finance: Role[] = ['street_finance', 'district_finance']
const supervisors: Role[] = ['district_finance', 'district_approver']
const acceptors: Role[] = ['street_acceptor', 'district_acceptor']
const group: Role[] = [...acceptors, 'committee_director', 'centre_officer']
const bidders: Role[] = ['org_editor', 'org_signer']
const committee: Role[] = ['committee_clerk', 'committee_director']
const helpers: Role[] = ['committee_clerk', 'station_clerk', 'grid_worker']
const payers: Role[] = [...finance, ...approvers]
const office: Role[] = [...handlers, ...approvers]
const clerks: Role[] = ['committee_clerk', 'station_clerk']
const doers: Role[] = [...bidders, 'social_worker']
const desks: Role[] = [...committee, 'station_clerk', 'grid_worker']
const watchers: Role[] = ['centre_officer', 'grid_worker']
/** Whoever sits anywhere but at home. */
const posts: Role[] = [
  ...[...committee, 'supervision_member' as const, 'station_clerk' as const, 'grid_worker' as const],
  ...[...office, ...finance, ...acceptors, 'centre_officer' as const, 'centre_auditor' as const],
  ...[...doers, 'care_aide' as const, 'expert' as const],
  ...['auditor' as const, 'system_admin' as const, 'security_auditor' as const],
]
const chain: Role[] = [...handlers, ...finance, ...approvers]
const keepers: Role[] = [
  ...chain,
  ...acceptors,
  'supervision_member',
  'committee_director',
  'centre_auditor',
  'auditor',
]

export const expected: Record<string, Expected> = {
  survey: {
    moves: {
      publish: [['draft'], 'published'],
      close: [['published'], 'closed'],
      report: [['closed'], 'reported'],
    },
    by: {
      draft: ['committee_clerk'],
      publish: ['committee_clerk'],
      close: ['committee_clerk'],
      report: ['committee_clerk'],
      print: ['committee_clerk'],
      enter: ['committee_clerk', 'station_clerk'],
      settle: ['committee_clerk'],
      words: ['committee_clerk'],
      export: ['committee_clerk'],
      answer: 'anyone',
    },
  },
  surveyTemplate: {
    moves: {},
    by: { make: ['committee_clerk'], edit: ['committee_clerk'], read: committee },
  },
  suggestion: {
    moves: {
      adopt: [['submitted'], 'adopted'],
      merge: [['submitted'], 'merged'],
      answer: [['submitted'], 'answered'],
    },
    by: {
      submit: 'anyone',
      support: 'person',
      refer: [...desks, 'street_handler'],
      return: desks,
      heat: committee,
      adopt: committee,
      merge: committee,
      answer: [...committee, 'station_clerk', 'grid_worker', 'street_handler'],
    },
  },
  petition: {
    moves: {
      accept: [['referred'], 'accepted'],
      decline: [['referred'], 'declined'],
      send_back: [['referred'], 'sent_back'],
      finish: [['accepted'], 'finished'],
    },
    by: {
      refer: [...desks, 'street_handler'],
      accept: ['street_handler'],
      decline: ['street_handler'],
      send_back: ['street_handler'],
      extend: ['street_handler'],
      finish: ['street_handler'],
    },
  },
  burden: { moves: {}, by: { enter: ['committee_clerk'], strike: ['committee_clerk'] } },
  need: {
    moves: {
      publish: [['draft', 'returned'], 'published'],
      accept: [['published'], 'accepted'],
      return: [['published'], 'returned'],
      redirect: [['published'], 'redirected'],
      refuse: [['published'], 'refused'],
      shortlist: [['accepted', 'not_selected'], 'shortlisted'],
      select: [['shortlisted'], 'selected'],
      pass_over: [['shortlisted'], 'not_selected'],
      unlist: [['shortlisted'], 'accepted'],
      purchase: [['accepted', 'selected'], 'in_purchase'],
      deliver: [['in_purchase'], 'delivered'],
      resume: [['delivered'], 'in_purchase'],
      merge: [
        ['draft', 'published', 'accepted', 'returned', 'shortlisted', 'selected', 'not_selected'],
        'merged',
      ],
      withdraw: [['draft', 'published', 'accepted', 'returned', 'not_selected'], 'withdrawn'],
    },
    by: {
      draft: committee,
      edit: committee,
      support: 'person',
      split: ['committee_director'],
      // What a round, a plan, a contract brings about: states.md gives these to nobody's hand.
      shortlist: 'nobody',
      select: 'nobody',
      pass_over: 'nobody',
      unlist: 'nobody',
      purchase: 'nobody',
      deliver: 'nobody',
      resume: 'nobody',
      list: [...committee, 'supervision_member', ...office],
      list_ready: office,
      publish: ['committee_director'],
      accept: ['street_approver'],
      return: ['street_approver'],
      redirect: ['street_approver'],
      refuse: ['street_approver'],
      merge: ['committee_director'],
      withdraw: ['committee_director'],
    },
  },
  trustee: {
    moves: {},
    by: {
      serve: [
        'supervision_member',
        'street_handler',
        'street_approver',
        'street_finance',
        'street_acceptor',
        'auditor',
        'expert',
      ],
    },
  },
  topic: {
    moves: {
      post: [['proposed'], 'posted'],
      decline: [['proposed', 'posted'], 'declined'],
      schedule: [['posted'], 'scheduled'],
      release: [['scheduled'], 'posted'],
    },
    by: {
      propose: 'person',
      support: 'person',
      post: committee,
      decline: ['committee_director'],
      schedule: 'nobody',
      release: 'nobody',
    },
  },
  meeting: {
    moves: {
      call: [['draft'], 'called'],
      postpone: [['called'], 'called'],
      cancel: [['draft', 'called'], 'cancelled'],
      hold: [['called'], 'held'],
      fall_short: [['called'], 'no_quorum'],
      resolve: [['held'], 'resolved'],
      execute: [['resolved'], 'executed'],
      report: [['executed'], 'reported'],
    },
    by: {
      draft: committee,
      call: ['committee_director'],
      postpone: ['committee_director'],
      cancel: ['committee_director'],
      hold: committee,
      fall_short: committee,
      ask: 'person',
      record: ['committee_clerk'],
      resolve: ['committee_director'],
      do_step: [...committee, 'station_clerk', 'grid_worker', 'street_handler', 'centre_officer'],
      execute: 'nobody',
      report: ['committee_director'],
      read: [...committee, 'supervision_member', 'street_handler', 'street_approver'],
    },
  },
  round: {
    moves: {
      seal: [['draft'], 'sealed'],
      unseal: [['sealed'], 'draft'],
      count: [['sealed'], 'counted'],
      announce: [['counted'], 'announced'],
      void: [['draft', 'sealed', 'counted'], 'void'],
    },
    by: {
      draft: ['committee_clerk'],
      change: ['committee_clerk'],
      load_roll: ['committee_clerk'],
      print_slips: ['committee_clerk'],
      witness: ['supervision_member'],
      read_count: [...committee, 'supervision_member'],
      seal: ['committee_director'],
      unseal: ['committee_director'],
      draw_lot: ['committee_director'],
      reissue_slip: ['committee_clerk'],
      name_trustees: ['committee_clerk'],
      try_key: ['committee_clerk', 'committee_director', 'supervision_member'],
      close_box: ['committee_director', 'supervision_member'],
      count: ['committee_director'],
      announce: ['committee_director'],
      void: ['committee_director', 'street_approver'],
    },
  },
  ballot: {
    moves: {},
    by: {
      assist: helpers,
      serve: clerks,
      cast: 'anyone',
      sign: ['committee_director', 'centre_officer', 'street_approver', 'org_signer'],
    },
  },
  kiosk: { moves: {}, by: { unlock: helpers, lock: helpers } },
  paper: {
    moves: {},
    by: {
      issue: ['committee_clerk', 'station_clerk'],
      return: ['committee_clerk', 'station_clerk'],
      read: helpers,
      start_over: ['committee_director', 'supervision_member'],
    },
  },
  callback: { moves: {}, by: { draw: ['supervision_member'], record: ['supervision_member'] } },
  claim: { moves: {}, by: { raise: 'anyone', settle: ['committee_director'] } },
  plan: {
    moves: {
      submit: [['draft', 'returned'], 'in_review'],
      approve: [['in_review'], 'approved'],
      return: [['in_review'], 'returned'],
      reject: [['in_review'], 'rejected'],
      edit: [['draft', 'in_review', 'returned', 'approved'], 'draft'],
    },
    by: {
      draft: handlers,
      announce: office,
      tell_apart: finance,
      submit: handlers,
      // In the street's stead, within what it delegated: the committee's director.
      approve: [...chain, 'committee_director'],
      return: [...chain, 'committee_director'],
      reject: [...chain, 'committee_director'],
      edit: handlers,
      post_notice: handlers,
      read_delegated: ['committee_director', 'supervision_member'],
    },
  },
  directNotice: { moves: {}, by: { object: bidders, answer: approvers } },
  route: { moves: {}, by: { set: ['system_admin', 'district_approver'] } },
  figure: { moves: {}, by: { set: ['system_admin', 'district_approver'] } },
  catalogue: { moves: {}, by: { import: approvers } },
  approvalChain: { moves: {}, by: { set: approvers } },
  delegation: { moves: {}, by: { grant: ['street_approver'], withdraw: ['street_approver'] } },
  tender: {
    moves: {
      submit: [['draft'], 'in_review'],
      return: [['in_review'], 'draft'],
      publish: [['in_review'], 'published'],
      open: [['published'], 'opened'],
      evaluate: [['opened'], 'evaluated'],
      reopen: [['evaluated'], 'opened'],
      award: [['evaluated'], 'awarded'],
      reconsider: [['awarded'], 'evaluated'],
      contract: [['awarded'], 'contracted'],
      cancel: [['draft', 'in_review', 'published', 'opened', 'evaluated', 'awarded'], 'cancelled'],
      fail: [['published', 'opened', 'evaluated', 'awarded'], 'failed'],
    },
    by: {
      draft: handlers,
      edit: handlers,
      // evaluated (report signed): follows the last signature of the panel; no door asks for it.
      evaluate: 'person',
      submit: handlers,
      review: approvers,
      return: approvers,
      publish: approvers,
      cancel: approvers,
      fail: handlers,
      follow: 'person',
      open: handlers,
      witness: ['supervision_member', ...approvers, 'auditor'],
      seal: handlers,
      unseal: keepers,
    },
  },
  tenderSearch: { moves: {}, by: { keep: 'person' } },
  keeper: { moves: {}, by: { serve: keepers } },
  question: {
    moves: { answer: [['asked'], 'answered'], reject: [['asked'], 'rejected'] },
    by: {
      ask: bidders,
      answer: handlers,
      reject: handlers,
    },
  },
  amendment: {
    moves: { publish: [['draft'], 'published'] },
    by: {
      draft: handlers,
      publish: approvers,
    },
  },
  proposal: {
    moves: {
      submit: [['draft', 'submitted', 'needs_confirmation', 'withdrawn'], 'submitted'],
      withdraw: [['submitted', 'needs_confirmation'], 'withdrawn'],
      unsettle: [['submitted'], 'needs_confirmation'],
      confirm: [['needs_confirmation'], 'submitted'],
      open: [['submitted'], 'opened'],
      disqualify: [['opened'], 'disqualified'],
      score: [['opened'], 'scored'],
      reopen: [['scored'], 'opened'],
      award: [['scored', 'not_awarded'], 'awarded'],
      restore: [['awarded', 'not_awarded'], 'scored'],
      pass_over: [['scored', 'awarded'], 'not_awarded'],
    },
    by: {
      consent: 'person',
      read: 'person',
      disqualify: 'person',
      draft: bidders,
      submit: ['org_signer'],
      withdraw: ['org_signer'],
      confirm: ['org_signer'],
    },
  },
  cabinet: { moves: {}, by: { keep: bidders } },
  consortium: { moves: {}, by: { read: bidders, consent: ['org_signer'] } },
  lowPrice: { moves: {}, by: { explain: bidders } },
  supplement: { moves: {}, by: { ask: 'person', answer: bidders } },
  priceCorrection: { moves: {}, by: { find: 'person', agree: 'person', answer: ['org_signer'] } },
  consultation: {
    moves: { ask: [['written'], 'asked'], open: [['asked'], 'opened'] },
    by: { write: 'person', ask: 'person' },
  },
  finalOffer: { moves: {}, by: { write: bidders, send: ['org_signer'] } },
  buyerCheck: { moves: {}, by: { give: handlers } },
  evaluation: { moves: {}, by: { reopen: handlers } },
  report: {
    moves: {},
    by: {
      draw_up: 'person',
      read: 'person',
      sign: 'person',
      reopen: 'person',
    },
  },
  signals: { moves: {}, by: { read: 'person', watch: ['auditor', 'district_approver'] } },
  panelSeat: {
    moves: { declare_clear: [['drawn'], 'declared_clear'], recuse: [['drawn', 'declared_clear'], 'recused'] },
    by: { declare_clear: 'person', recuse: 'person' },
  },
  scoreSheet: {
    moves: { submit: [['draft'], 'submitted'], return: [['submitted'], 'draft'] },
    by: { draft: 'person', submit: 'person', return: 'person' },
  },
  award: {
    moves: {
      confirm: [['proposed'], 'confirmed'],
      notify: [['confirmed'], 'notified'],
      take_effect: [['notified'], 'effective'],
      cancel: [['proposed', 'confirmed', 'notified', 'effective'], 'cancelled'],
      decline: [['notified', 'effective'], 'declined'],
    },
    by: {
      propose: handlers,
      notify: handlers,
      feedback: bidders,
      confirm: approvers,
      decline: ['org_signer'],
      lapse: approvers,
    },
  },
  challenge: {
    moves: {
      admit: [['submitted'], 'admitted'],
      reject: [['submitted'], 'inadmissible'],
      uphold: [['admitted'], 'upheld'],
      uphold_in_part: [['admitted'], 'partly_upheld'],
      dismiss: [['admitted'], 'dismissed'],
      withdraw: [['submitted', 'admitted'], 'withdrawn'],
    },
    by: {
      submit: ['org_signer'],
      admit: handlers,
      reject: handlers,
      uphold: approvers,
      uphold_in_part: approvers,
      dismiss: approvers,
      withdraw: ['org_signer'],
    },
  },
  complaint: {
    moves: { accept: [['filed'], 'accepted'], decide: [['accepted'], 'decided'] },
    by: { file: ['org_signer'], accept: supervisors, resume: supervisors, decide: supervisors },
  },
  framework: {
    moves: { publish: [['draft'], 'published'], close: [['published'], 'closed'] },
    by: {
      draft: handlers,
      read: [...handlers, ...approvers, 'auditor'],
      publish: approvers,
      close: approvers,
    },
  },
  provider: {
    moves: {
      reapply: [['declined', 'ended'], 'applied'],
      admit: [['applied'], 'admitted'],
      decline: [['applied'], 'declined'],
      sign: [['admitted'], 'signed'],
      end: [['admitted', 'signed'], 'ended'],
    },
    by: { apply: bidders, admit: approvers, decline: approvers, end: approvers, sign: ['org_signer'] },
  },
  order: {
    moves: {
      accept: [['placed'], 'accepted'],
      refuse: [['placed'], 'refused'],
      finish: [['accepted'], 'done'],
      redo: [['done'], 'accepted'],
      confirm: [['done'], 'confirmed'],
      cancel: [['placed', 'accepted'], 'cancelled'],
    },
    by: {
      place: 'person',
      accept: [...bidders, 'social_worker'],
      refuse: [...bidders, 'social_worker'],
      finish: [...bidders, 'social_worker'],
      redo: 'person',
      confirm: 'person',
      cancel: 'person',
      rate: 'person',
      read: 'person',
      list: doers,
    },
  },
  orderFix: {
    moves: {
      answer: [['opened', 'reopened'], 'answered'],
      accept: [['answered'], 'accepted_by_rater'],
      reopen: [['answered'], 'reopened'],
    },
    by: {
      answer: bidders,
      // Whoever may order for her says whether it is put right.
      accept: 'person',
      reopen: 'person',
      read: [
        ...[...bidders, 'social_worker'],
        ...['street_handler', 'district_handler', 'street_approver', 'district_approver'],
      ] as const,
    },
  },
  care: {
    moves: {
      assess: [['applied', 'assessed'], 'assessed'],
      grant: [['assessed'], 'granted'],
      refuse: [['applied', 'assessed'], 'refused'],
      end: [['granted'], 'ended'],
    },
    by: {
      apply: 'person',
      read: 'person',
      assess: ['station_clerk', 'centre_officer'],
      grant: handlers,
      refuse: handlers,
      end: handlers,
      renew_code: 'person',
      list: [...clerks, 'centre_officer', ...handlers],
    },
  },
  visit: {
    moves: {},
    by: {
      order: 'person',
      read: 'person',
      accept: doers,
      refuse: doers,
      list: ['care_aide'],
      check_in: ['care_aide'],
      leave: ['care_aide'],
      confirm_by_code: ['care_aide'],
      check_in_by_phone: ['station_clerk'],
      confirm_for_her: clerks,
      confirm: 'person',
      redo: 'person',
      cancel: 'person',
    },
  },
  caseFile: {
    moves: { close: [['open'], 'closed'], reopen: [['closed'], 'open'] },
    by: {
      open: ['social_worker'],
      list: ['social_worker'],
      read: ['social_worker'],
      hand_over: ['social_worker'],
      note: ['social_worker'],
      close: ['social_worker'],
      reopen: ['social_worker'],
    },
  },
  worker: { moves: {}, by: { list: bidders, supervise: ['org_signer'] } },
  cpd: { moves: {}, by: { record: ['social_worker'], confirm: ['org_signer'] } },
  unit_cost: {
    moves: {},
    by: { list: ['centre_officer', 'centre_auditor', 'auditor', ...handlers, ...approvers] },
  },
  settlement: {
    moves: {
      check: [['claimed'], 'checked'],
      return: [['claimed', 'checked'], 'returned'],
      approve: [['checked'], 'approved'],
      submit: [['approved'], 'submitted'],
      confirm: [['submitted'], 'paid'],
      bounce: [['submitted'], 'bounced'],
      correct: [['bounced'], 'checked'],
    },
    by: {
      list: [...bidders, ...handlers, ...payers],
      read: [...bidders, ...handlers, ...payers],
      claim: bidders,
      check: handlers,
      return: [...handlers, ...finance],
      approve: finance,
      submit: payers,
      confirm: payers,
      bounce: payers,
      correct: bidders,
    },
  },
  bookEntry: {
    moves: { approve: [['entered'], 'approved'], return: [['entered'], 'returned'] },
    by: {
      enter: clerks,
      approve: ['committee_director', 'street_finance'],
      return: ['committee_director', 'street_finance'],
      read: [...committee, 'supervision_member', 'station_clerk', 'street_finance'],
    },
  },
  careComplaint: {
    moves: {
      answer: [['made'], 'answered'],
      settle: [['answered'], 'settled'],
      escalate: [['made', 'answered'], 'escalated'],
      rule: [['escalated'], 'ruled'],
    },
    by: {
      make: 'person',
      settle: 'person',
      escalate: 'person',
      read: 'person',
      answer: bidders,
      rule: handlers,
    },
  },
  resource: {
    moves: {},
    by: {
      list: [...committee, 'station_clerk', 'street_handler', 'centre_officer', ...bidders],
      close: [...committee, 'station_clerk', 'street_handler', 'centre_officer', ...bidders],
    },
  },
  booking: {
    moves: {
      lend: [['asked'], 'lent'],
      refuse: [['asked'], 'refused'],
      cancel: [['asked', 'lent'], 'cancelled'],
      return: [['lent'], 'returned'],
    },
    by: {
      ask: 'person',
      read: 'person',
      cancel: 'person',
      lend: [...committee, 'station_clerk', 'street_handler', 'centre_officer', ...bidders],
      refuse: [...committee, 'station_clerk', 'street_handler', 'centre_officer', ...bidders],
      return: [...committee, 'station_clerk', 'street_handler', 'centre_officer', ...bidders],
    },
  },
  partnerOffer: {
    moves: {
      list: [['posted'], 'listed'],
      decline: [['posted'], 'declined'],
      end: [['listed'], 'ended'],
    },
    by: {
      post: bidders,
      read: [...bidders, ...handlers],
      list: handlers,
      decline: handlers,
      end: ['org_signer'],
      take: 'person',
      honour: bidders,
      receive: handlers,
    },
  },
  hourBank: {
    moves: {},
    by: { appoint: ['district_approver'], read: bidders, audit: ['centre_auditor', 'auditor'] },
  },
  hourAccount: {
    moves: {},
    by: {
      open: 'person',
      read: 'person',
      name_heir: 'person',
      give: 'person',
      pool: 'person',
      grant: ['org_signer'],
      insure: bidders,
      close: ['org_signer'],
    },
  },
  hourService: {
    moves: {
      take: [['asked'], 'taken'],
      give_up: [['taken'], 'asked'],
      cancel: [['asked', 'taken'], 'withdrawn'],
      claim: [['taken'], 'claimed'],
      withdraw: [['claimed'], 'withdrawn'],
      confirm: [['claimed'], 'confirmed'],
      decline: [['claimed'], 'declined'],
      counter: [['confirmed'], 'countered'],
    },
    by: {
      record: 'person',
      ask: 'person',
      read: 'person',
      take: 'person',
      give_up: 'person',
      cancel: 'person',
      claim: 'person',
      withdraw: 'person',
      confirm: 'person',
      decline: 'person',
      counter: ['org_signer'],
      audit: ['centre_auditor'],
    },
  },
  kinship: { moves: {}, by: { write: ['committee_clerk', 'station_clerk'], end: 'person' } },
  minorWork: {
    moves: {
      call: [['draft'], 'calling'],
      choose: [['calling'], 'chosen'],
      sign: [['chosen'], 'working'],
      set_aside: [['chosen'], 'calling'],
      decline: [['chosen'], 'calling'],
      finish: [['working'], 'finished'],
      cancel: [['draft', 'calling'], 'cancelled'],
    },
    by: {
      draft: handlers,
      read: [...handlers, ...approvers, ...finance, ...acceptors, 'auditor'],
      call: approvers,
      choose: approvers,
      cancel: approvers,
      set_aside: approvers,
      sign: ['org_signer'],
      decline: ['org_signer'],
    },
  },
  minorQuote: { moves: {}, by: { give: bidders, enter: handlers } },
  minorPart: {
    moves: {
      report: [['planned'], 'reported'],
      return: [['reported'], 'planned'],
      accept: [['reported'], 'accepted'],
      pay: [['accepted'], 'paid'],
    },
    by: { report: bidders, accept: acceptors, return: acceptors, pay: finance },
  },
  contract: {
    moves: {
      sign_by_supplier: [['draft'], 'signed_by_supplier'],
      sign: [['signed_by_supplier'], 'signed'],
      publish: [['signed'], 'published'],
      complete: [['published'], 'completed'],
      terminate: [['signed', 'published'], 'terminated'],
    },
    by: {
      draw_up: handlers,
      revise: handlers,
      file: handlers,
      renew: handlers,
      // Follows the last acceptance or payment; no door asks for it. The row names who publishes.
      complete: office,
      sign_by_supplier: ['org_signer'],
      sign: approvers,
      publish: [...handlers, ...approvers],
      terminate: approvers,
    },
  },
  yearReview: {
    moves: { pass: [['given'], 'passed'], fail: [['given'], 'failed'] },
    by: { give: ['centre_officer'], pass: approvers, fail: approvers },
  },
  change: {
    moves: { approve: [['draft'], 'approved'], reject: [['draft'], 'rejected'] },
    by: {
      draft: [...bidders, ...handlers],
      opine: ['centre_officer'],
      acknowledge: ['committee_director'],
      approve: approvers,
      reject: approvers,
    },
  },
  subcontract: {
    moves: { consent: [['requested'], 'consented'], decline: [['requested'], 'declined'] },
    by: { request: bidders, consent: approvers, decline: approvers, register_onward: bidders },
  },
  milestone: {
    moves: {
      claim: [['planned', 'returned'], 'claimed'],
      check: [['claimed'], 'checked'],
      return: [['claimed', 'checked'], 'returned'],
      accept: [['checked'], 'accepted'],
      reopen: [['accepted'], 'returned'],
      pass_by_publication: [['planned'], 'accepted'],
    },
    by: {
      // Its gate is the fact of publication, and no door asks for it. The row names who publishes.
      pass_by_publication: office,
      claim: bidders,
      check: ['centre_officer'],
      return: ['centre_officer'],
      accept: group,
    },
  },
  acceptance: {
    moves: { conclude: [['opened'], 'concluded'], publish: [['concluded'], 'published'] },
    by: {
      open: handlers,
      opine: 'person',
      enter: clerks,
      sign: group,
      conclude: group,
      publish: group,
      reopen: ['centre_officer'],
    },
  },
  finding: {
    moves: {
      order: [['raised'], 'fix_ordered'],
      prove: [['fix_ordered', 'escalated'], 'proof_given'],
      reorder: [['proof_given'], 'fix_ordered'],
      close: [['proof_given'], 'closed'],
      escalate: [['fix_ordered', 'proof_given'], 'escalated'],
    },
    by: {
      raise: watchers,
      freeze: ['centre_officer'],
      reorder: watchers,
      prove: bidders,
      order: ['centre_officer', 'grid_worker'],
      close: ['centre_officer', 'grid_worker'],
      escalate: ['centre_officer', 'grid_worker'],
    },
  },
  inspection: {
    moves: { record: [['planned'], 'recorded'], skip: [['planned'], 'skipped'] },
    by: {
      plan: ['centre_officer'],
      add: ['centre_officer'],
      read: ['centre_officer', 'centre_auditor'],
      record: ['centre_officer'],
      skip: ['centre_officer'],
    },
  },
  assessment: {
    moves: { publish: [['opened'], 'published'] },
    by: {
      open: ['centre_officer'],
      read: ['centre_officer', 'centre_auditor'],
      publish: ['centre_officer'],
    },
  },
  assessor: {
    moves: {
      declare: [['drawn'], 'clear'],
      recuse: [['drawn', 'clear'], 'recused'],
      score: [['clear'], 'scored'],
    },
    by: { declare: ['expert'], recuse: ['expert'], score: ['expert'] },
  },
  voucherCheck: {
    moves: { agree: [['drawn'], 'agrees'], differ: [['drawn'], 'differs'] },
    by: {
      agree: ['centre_officer', 'centre_auditor'],
      differ: ['centre_officer', 'centre_auditor'],
    },
  },
  payment: {
    moves: {
      check: [['requested'], 'checked'],
      approve: [['checked'], 'approved'],
      submit: [['approved', 'corrected'], 'submitted'],
      confirm: [['submitted'], 'paid'],
      bounce: [['submitted'], 'returned_by_bank'],
      correct: [['returned_by_bank'], 'corrected'],
      lose: [['paid'], 'returned_by_bank'],
      decline: [['requested', 'checked'], 'declined'],
    },
    by: {
      request: bidders,
      // requests ≠ approves ≠ pays (systems.md 1.4): who pays is another person of finance or an approver, told apart by bars.
      submit: payers,
      confirm: payers,
      bounce: payers,
      lose: 'nobody',
      decline: [...handlers, ...finance],
      check: handlers,
      approve: finance,
      correct: bidders,
    },
  },
  duty: { moves: {}, by: { revise: ['system_admin', 'district_approver'] } },
  seat: {
    moves: {},
    by: {
      grant: ['system_admin', 'org_signer'],
      enrol: ['system_admin', 'org_signer'],
      withdraw: ['system_admin', 'org_signer'],
      renew_key: ['system_admin', 'org_signer'],
      weigh: ['security_auditor'],
      confirm: ['security_auditor'],
      decline: ['security_auditor'],
    },
  },
  recovery: { moves: {}, by: { register: finance } },
  pot: { moves: { close: [['open'], 'closed'] }, by: { open: handlers, close: handlers } },
  gift: {
    moves: {
      accept: [['pledged'], 'agreed'],
      decline: [['pledged'], 'declined'],
      withdraw: [['pledged', 'agreed'], 'withdrawn'],
      settle: [['agreed'], 'received'],
      release: [['received'], 'released'],
      refund: [['received', 'released'], 'refunded'],
      lose: [['received', 'released'], 'refunded'],
    },
    by: {
      pledge: 'person',
      accept: ['org_signer'],
      decline: ['org_signer'],
      withdraw: 'person',
      pay: 'person',
      // Follow from what the provider told, read again; no door asks for them.
      settle: 'nobody',
      lose: 'nobody',
      release: finance,
      refund: finance,
    },
  },
  payee: { moves: {}, by: { connect: ['org_signer'] } },
  fundraiser: { moves: {}, by: { certify: ['district_handler'] } },
  cofund: {
    moves: {},
    by: {
      read: ['org_signer', ...handlers, ...finance],
      reconcile: ['district_finance', 'auditor', 'system_admin'],
      replay: ['system_admin'],
    },
  },
  rating: {
    moves: {
      give: [['invited'], 'given'],
      reply: [['given'], 'replied'],
      hide: [['given', 'replied'], 'hidden'],
      restore: [['hidden'], 'given'],
    },
    by: {
      invite: [...clerks, 'centre_officer'],
      // A served person by his invitation, with or without an account; a clerk enters the word of one without a telephone.
      give: 'anyone',
      enter: clerks,
      reply: bidders,
      hear: [...clerks, 'committee_director', 'supervision_member', 'centre_officer'],
      write_down: clerks,
      hide: ['centre_officer'],
      restore: ['supervision_member'],
    },
  },
  rectification: {
    moves: {
      answer: [['opened', 'reopened'], 'answered'],
      accept: [['answered'], 'accepted_by_rater'],
      reopen: [['answered'], 'reopened'],
    },
    by: {
      accept: 'anyone',
      reopen: 'anyone',
      answer: bidders,
    },
  },
  ranking: { moves: {}, by: { adopt: ['district_approver'], publish: ['district_handler'] } },
  rankObjection: {
    moves: { uphold: [['raised'], 'upheld'], dismiss: [['raised'], 'dismissed'] },
    by: {
      raise: ['org_signer', 'street_approver'],
      uphold: ['district_approver'],
      dismiss: ['district_approver'],
    },
  },
  merit: { moves: {}, by: { decide: ['district_approver'] } },
  oversight: {
    moves: {
      answer: [['raised'], 'answered'],
      settle: [['answered'], 'settled'],
      escalate: [['raised', 'answered'], 'escalated'],
      rule: [['escalated'], 'ruled'],
    },
    by: {
      raise: ['supervision_member'],
      answer: ['committee_director'],
      settle: ['supervision_member'],
      escalate: ['supervision_member'],
      rule: approvers,
    },
  },
  resident: { moves: {}, by: { note: ['committee_clerk', 'station_clerk'] } },
  register: {
    moves: {},
    by: {
      enter: ['system_admin'],
      keep: ['district_handler'],
      read: [
        'district_handler',
        ...supervisors,
        'street_handler',
        'street_approver',
        'auditor',
        'system_admin',
      ],
    },
  },
  statement: { moves: {}, by: { file: ['org_signer'] } },
  party: { moves: {}, by: { reconfirm: ['org_signer'], read_own: bidders } },
  handover: {
    moves: { receive: [['signed'], 'received'], return: [['signed'], 'returned'] },
    by: {
      sign: posts,
      sign_for: ['system_admin', 'org_signer'],
      receive: posts,
      return: posts,
      read: 'person',
    },
  },
  sanction: {
    moves: {
      serve: [['reported'], 'in_defence'],
      decide: [['in_defence'], 'decided'],
      dismiss: [['reported', 'in_defence'], 'dismissed'],
      lift: [['decided'], 'lifted'],
    },
    by: {
      report: ['committee_director', 'street_handler', 'district_handler', 'centre_officer'],
      serve: ['district_handler'],
      defend: ['org_signer'],
      decide: supervisors,
      dismiss: supervisors,
      lift: supervisors,
      read: ['district_handler', ...supervisors, 'auditor'],
      read_own: bidders,
    },
  },
  openData: { moves: {}, by: { set: ['system_admin'] } },
  printout: { moves: {}, by: { issue: 'anyone' } },
  flag: {
    moves: {},
    by: {
      read: ['auditor', 'centre_auditor', 'supervision_member'],
      look: ['auditor', 'centre_auditor', 'supervision_member'],
    },
  },

  hall_body: { moves: {}, by: { keep: committee } },
  meeting_rule: { moves: {}, by: { revise: ['committee_director'] } },
  pool: { moves: {}, by: { set_up: finance, approve: approvers } },
  line: { moves: {}, by: { set_up: finance } },
  panel: { moves: {}, by: { draw: handlers, watch: chain, vote: 'person' } },
  // 三方签: the committee, the organisation, and the worker named in the team, whose seat may be an editor's.
  contractTemplate: { moves: {}, by: { revise: ['district_approver'] } },
  linkage: { moves: {}, by: { confirm: ['committee_director', ...doers] } },
  joint_log: { moves: {}, by: { write: ['committee_director', ...doers] } },
  service_user: {
    moves: {},
    by: { add: doers, read: [...doers, 'centre_officer', ...committee, 'station_clerk'] },
  },
  diary: { moves: {}, by: { record: doers } },
  invoice: { moves: {}, by: { read: [...bidders, ...chain, 'centre_auditor', 'auditor'] } },
  bank: { moves: {}, by: { import: payers, match: payers, set_aside: payers } },
  voucher: { moves: {}, by: { read: [...chain, 'centre_auditor'] } },
  calendar: { moves: {}, by: { enter: ['system_admin', 'district_approver'] } },
  journal: { moves: {}, by: { read: ['auditor', 'security_auditor'] } },
}

/** What an auditor reads of the offices his seat watches over; everything else stays with its own body. */
export const watched: readonly string[] = [
  ...['plan.read', 'tender.read', 'minorWork.read', 'framework.read'],
  ...['contract.read', 'payment.read', 'invoice.read'],
]

/** Acts without cells of their own, each with its why. Every one only reads; what moves anything is above. */
export const unlisted: Record<string, string> = {
  'survey.read': 'counts of a survey: no document names its readers, small cells are hidden from all of them',
  'suggestion.read': 'whoever may answer reads, and answering has its cells',
  'need.read': 'the file behind a need that is published anyway',
  'round.prepare': 'everything about a round but its count, and the count has its cells',
  'pool.read': 'the book of those who set it up and approve it',
  'plan.read': 'an office reads its own plans, its auditors those of the offices they watch',
  'tender.read':
    'an office reads its own tenders, its auditors those of the offices they watch; proposals are sealed apart',
  'award.read': 'the office that proposes, confirms and notifies',
  'challenge.read': 'both sides of it and the auditor',
  'complaint.read': 'both sides of it and the district over them',
  'contract.list': 'the list of what contract.read opens',
  'contract.read': 'every side of a contract, and no seat at another body, as for every act',
  'bank.read': 'who may bring the list in reads what came of it, and bringing it has its cells',
  'gift.read':
    'both sides of an agreement and the buyer read it; giving, signing and moving have their cells',
  'payment.read': 'every side of a contract sees its money move; invoices have cells of their own',
  'ranking.read': 'a desk of forms; the ranking itself is public, and each form has its cells',
  'oversight.read': 'the supervision committee, the committee it watches, and who rules over both',
  'payment.list': 'the list of what payment.read opens',
  'rating.list': 'the list of what rating.read opens',
  'rating.read': 'every side of a contract reads what was said of it',
}
