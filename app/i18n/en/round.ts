import type { Chapter } from '../chapter.ts'
import type { round as zh } from '../zh-CN/round.ts'

export const round = {
  'round.form.part.slate': 'What is voted on',
  'round.form.part.who': 'Who may vote',
  'round.form.part.ballot': 'How a ballot is filled in',
  'round.form.part.count': 'How it is counted',
  'round.form.part.time': 'When',
  'round.form.age': 'Least age, in years',
  'round.form.age.hint': 'Usually 18. A youth round may go down to 14.',
  'round.form.residence': 'Residence',
  'round.form.residence.registered': 'Those registered (户籍) in this community',
  'round.form.residence.registered_or_living':
    'Those registered here, and those registered elsewhere who have lived here for the months below',
  'round.form.residence.living': 'Whoever has lived here for the months below, wherever registered',
  'round.form.months': 'How many months they must have lived here',
  'round.form.months.hint': 'Plays no part in a round of registered residents only.',
  'round.form.level': 'What the round counts for',
  'round.form.level.L1': 'A binding vote',
  'round.form.level.L1.note':
    'Ballots are sealed; three people keep the key, and two of them must be there to open.',
  'round.form.level.L0': 'An opinion poll',
  'round.form.level.L0.note':
    'No three keepers of the key: it lies on the server, and the voting page says so. The result only advises.',
  'round.form.kind': 'How a ballot is filled in',
  'round.form.kind.approval': 'Choose projects, up to a number',
  'round.form.kind.approval.note': 'So many at most, whatever they cost. The easiest to understand.',
  'round.form.kind.knapsack': 'Choose projects within the budget',
  'round.form.kind.knapsack.note': 'What is chosen on one ballot may not cost more than the round’s budget.',
  'round.form.kind.points': 'Give points',
  'round.form.kind.points.note': 'Everyone has some points, and may give more to what matters most.',
  'round.form.kind.ranking': 'Rank',
  'round.form.kind.ranking.note': 'First, second, and so on; a higher rank gives more points.',
  'round.form.choices.hint': 'May stay empty for budget and points ballots: then there is no limit.',
  'round.form.points': 'Only for points ballots',
  'round.form.points.total': 'Points of one ballot',
  'round.form.points.each': 'Most points for one project',
  'round.form.rule': 'Who is selected',
  'round.form.rule.greedy_threshold': 'By votes, the most first, past a line',
  'round.form.rule.greedy_threshold.note':
    'Whatever fits in the budget is selected, what does not is skipped; below the line nothing is.',
  'round.form.rule.greedy': 'By votes or points, the most first, without a line',
  'round.form.rule.greedy.note': 'Whatever fits in the budget is selected; what does not is skipped.',
  'round.form.rule.greedy_no_skip': 'By votes, stopping at the first that does not fit',
  'round.form.rule.greedy_no_skip.note':
    'Nothing is skipped: what fewer wanted does not take the money of what more wanted.',
  'round.form.rule.mes': 'Method of Equal Shares',
  'round.form.rule.mes.note':
    'Every voter gets an equal share of the budget, and supporters pay for a project together. A smaller group can still bring about one project with its own share.',
  'round.form.mes': 'Only for Equal Shares',
  'round.form.utility': 'How a voter’s satisfaction is reckoned',
  'round.form.utility.cost': 'By money: what is spent on projects he supports',
  'round.form.utility.cardinal': 'By number: how many projects he supports are funded',
  'round.form.completion': 'What happens to money left over',
  'round.form.completion.none': 'It stays',
  'round.form.completion.greedy': 'By votes, whatever still fits',
  'round.form.completion.add1': 'Everyone’s share grows step by step, counted anew, until the budget is full',
  'round.form.completion.add1_greedy': 'Shares grow first; what is then left goes by votes',
  'round.form.step': 'How much the share grows at each step',
  'round.form.step.hint': 'In yuan, fixed before the opening. Smaller is finer, and takes longer.',
  'round.form.ties': 'When votes are equal',
  'round.form.ties.cost_votes_id': 'The cheaper first; equal again, the lower number',
  'round.form.ties.lot': 'The cheaper first; equal again, by lot',
  'round.form.ties.lot.note': 'Drawn after the close and before the count, and published at once.',
  'round.form.blocs': 'A joint selection: bodies vote beside the residents',
  'round.form.blocs.say':
    'Left empty, residents alone decide. In a joint selection the weights add up to 100, and residents always have one. A body with a proposal, or likely to do the work, abstains. The raw count of each side is published.',
  'round.form.weight.resident': 'Residents, in percent',
  'round.form.weight.committee': 'The committee',
  'round.form.weight.centre': 'The service centre',
  'round.form.weight.street': 'The street',
  'round.form.weight.organisation': 'Invited organisations, together',
  'round.form.orgs': 'Organisations invited',
  'round.form.likely': 'Of these, likely to do the work',
  'round.form.likely.hint':
    'They stand on the list as abstaining and do not vote; the sealed manifest and the public page say so.',
  'round.form.rerun':
    'This round repeats “{{name}}” ({{no}}, void). The public pages will lead to one another.',
  'form.round.age': 'Please give a whole number from 14 to 80.',
  'form.round.residence': 'Please choose the rule of residence.',
  'form.round.months': 'Please give a whole number from 0 to 120.',
  'form.round.level': 'Please choose what the round counts for.',
  'form.round.kind': 'Please choose how a ballot is filled in.',
  'form.round.points':
    'A points ballot needs its points in all and the most for one project, whole numbers from 1 to 1000.',
  'form.round.points-each': 'One project cannot get more points than a ballot has.',
  'form.round.rule': 'Please choose who is selected.',
  'form.round.threshold-kind':
    'The line is counted in votes. For points or ranks choose “without a line” or another rule.',
  'form.round.mes-ranking':
    'Equal Shares does not work with ranks. Please choose another ballot or another rule.',
  'form.round.utility': 'Please choose how satisfaction is reckoned.',
  'form.round.completion': 'Please choose what happens to money left over.',
  'form.round.step': 'Please give the step in yuan, more than 0, such as 100.',
  'form.round.ties': 'Please choose what happens when votes are equal.',
  'form.round.weight': 'Please give a weight from 0 to 100, whole, without the sign.',
  'form.round.weights': 'The weights must add up to exactly 100.',
  'form.round.weights-resident': 'In a joint selection the residents’ weight cannot be 0.',
  'form.round.blocs-rule':
    'A joint selection is counted by votes, the most first, with or without a line. Please choose one of these.',
  'form.round.blocs-kind':
    'A joint selection needs ballots that choose projects; points and ranks cannot be joined.',
  'form.round.orgs-missing': 'Organisations have a weight: please tick which are invited.',
  'form.round.orgs-weight': 'Organisations are invited: please give their weight together.',
  'form.round.likely': 'An organisation that abstains must be among those invited.',
  'refusal.step-too-small':
    'This step is too small for these costs: the count would take too many rounds. Please give at least {{least}} yuan.',
  'refusal.no-centre-here': 'This street has no service centre on record; it cannot have a weight.',
  'refusal.no-such-organisation': 'One of the invited organisations cannot be found; please tick again.',
  'refusal.rerun-of-a-void-round': 'Only a void round can be repeated.',
  'refusal.rerun-already': 'Another round already repeats this one.',

  'round.version': 'Version {{n}}',
  'round.versions': 'How often it was changed',
  'round.versions.say':
    'It was unsealed and changed before the opening. Every version sealed before is kept for anyone to compare.',
  'round.versions.older': 'Version {{n}}: unsealed {{at}}, because: {{reason}}',
  'round.manifest': 'The whole manifest',
  'round.manifest.say':
    'The manifest is what the seal is the hash of: rule, slate, hash and size of the roll, public key, to the letter.',
  'round.act.unseal': 'Unseal to change',
  'round.act.unseal.say':
    'Only before the opening. What was sealed is kept and the reason is public; after the change it must be sealed again, as the next version. Once open it can only be void and repeated.',
  'round.unseal.reason': 'Why it must change',
  'form.round.unseal': 'Please say why it must change.',
  'round.act.rerun': 'Repeat this round',
  'round.next': 'This round is void; another took its place: ',
  'round.before': 'This round takes the place of the void one: ',
  'refusal.already-open':
    'Voting has begun, and nothing can change. A mistake makes the round void, to be repeated.',
  'notice.round-unsealed': '“{{name}}” is unsealed: please change it, and have the director seal it again.',

  'round.act.draw_lot': 'Draw the lot',
  'round.act.draw_lot.say':
    'Needed only where votes and cost are equal. The lot is written into the journal for all to see, and only then can ballots be opened. Drawn once.',
  'round.lot': 'The lot',
  'round.lot.none': 'drawn after the close, before the count',
  'refusal.lot-not-drawn': 'The lot of this round must be drawn and published before the count.',
  'refusal.lot-drawn': 'The lot is drawn already.',
  'refusal.no-lot-here': 'In this round ties are not settled by lot.',

  'round.kind.approval': {
    one: 'Each ballot chooses {{n}} project at most.',
    other: 'Each ballot chooses {{n}} projects at most.',
  },
  'round.kind.knapsack': {
    one: 'Each ballot chooses {{n}} project at most, within {{amount}}.',
    other: 'Each ballot chooses {{n}} projects at most, within {{amount}} together.',
  },
  'round.kind.points': 'Each ballot has {{total}} points to give, {{each}} at most to one project.',
  'round.kind.ranking': {
    one: 'Each ballot ranks {{n}} project at most.',
    other: 'Each ballot ranks {{n}} projects at most.',
  },
  'round.rule.greedy':
    'By votes or points, the most first; whatever fits within {{amount}} is selected, what does not is skipped. There is no line.',
  'round.rule.greedy_no_skip':
    'By votes or points, the most first, one after another within {{amount}}, stopping at the first that does not fit.',
  'round.rule.mes':
    'Method of Equal Shares: {{amount}} is divided equally among the voters; supporters pay for a project together, and each time the one that is the best value for its supporters is selected.',
  'round.rule.utility.cost': 'Satisfaction is the money spent on projects one supports.',
  'round.rule.utility.cardinal': 'Satisfaction is the number of funded projects one supports.',
  'round.rule.completion.none': 'Money left over stays.',
  'round.rule.completion.greedy': 'Money left over goes by votes to whatever still fits.',
  'round.rule.completion.add1':
    'With money left, everyone’s share grows by {{step}} and all is counted anew, until the budget is full.',
  'round.rule.completion.add1_greedy':
    'With money left, everyone’s share grows by {{step}} and all is counted anew; what is then left goes by votes.',
  'round.rule.blank': 'A blank ballot takes part and is counted apart; it is not a valid vote.',
  'round.rule.blocs':
    'A joint selection: {{blocs}}. Each side counts by the share of its own ballots that name a project, times its weight.',
  'bloc.resident': 'residents',
  'bloc.committee': 'the committee',
  'bloc.centre': 'the service centre',
  'bloc.street': 'the street',
  'bloc.organisation': 'organisations',
  'bloc.share': '{{who}} {{n}}%',
  'bloc.and': ', ',
  'round.bodies': 'The bodies of this joint selection',
  'round.bodies.say':
    'Who declared before the seal that it abstains stands in the sealed manifest. Who abstains after the opening is named with the result.',
  'round.bodies.part': 'In this round',
  'round.bodies.votes': 'Votes',
  'round.residence.registered': 'Aged {{age}} or more, registered in this community.',
  'round.residence.registered_or_living':
    'Aged {{age}} or more, registered in this community or living here for {{n}} months.',
  'round.residence.living': 'Aged {{age}} or more, living here for {{n}} months, wherever registered.',

  'ballot.blank': 'Cast a blank ballot',
  'ballot.blank.say': 'Choose none. You take part; it is counted apart and goes to no project.',
  'ballot.check.blank': 'This is a blank ballot: no project is chosen.',
  'ballot.limit.points': '{{total}} points in all, {{each}} at most to one',
  'ballot.limit.ranking': { one: 'Rank {{n}} project at most', other: 'Rank up to {{n}} projects' },
  'ballot.fewer.points': 'You need not give them all, nor something to each.',
  'ballot.fewer.ranking': 'You may name just your first. What has no rank is not chosen.',
  'ballot.points': 'Points for “{{title}}”',
  'ballot.points.n': { one: '{{n}} point', other: '{{n}} points' },
  'ballot.points.none': 'None',
  'ballot.rank': 'Rank of “{{title}}”',
  'ballot.rank.n': 'No. {{n}}',
  'ballot.rank.none': 'Not chosen',
  'ballot.given': 'You gave {{n}} points last time; {{left}} left.',
  'ballot.total.points': '{{total}} points at most in all; the next step adds up for you.',
  'ballot.total.ranking': 'Each rank can be used once; the next step checks for you.',
  'ballot.check.mark': 'Rank or points',
  'ballot.check.rank': 'No. {{n}}',
  'ballot.check.points': { one: '{{n}} point', other: '{{n}} points' },
  'refusal.same-rank': 'Rank {{n}} is given twice. Each rank can be used once.',

  'sign.title': 'Vote in the name of your body',
  'sign.lead':
    'This is an open, signed ballot: with the result everyone sees what each body chose. It may be changed until the close; the last one counts.',
  'sign.body': 'Body',
  'sign.bloc': 'Votes among',
  'sign.limit': { one: '{{n}} project at most', other: '{{n}} projects at most' },
  'sign.cast': 'Cast the body’s ballot',
  'sign.done': 'The body’s ballot is in. It may be changed until the close.',
  'sign.abstained': 'This body abstains in this round and does not vote.',
  'sign.abstain': 'Abstain',
  'sign.abstain.say':
    'A body with an interest in something on the ballot must abstain. It then votes no more in this round and leaves the denominator.',
  'sign.abstain.do': 'This body abstains',
  'sign.closed': 'It is not voting time.',
  'refusal.not-a-body-here': 'This body is not asked to vote in this round.',
  'refusal.body-has-interest': 'This body has an interest in something on the ballot; please abstain.',
  'refusal.body-abstained': 'This body has abstained and cannot vote.',
  'desk.round.sign': 'Vote in the name of your body (joint selection)',
  'notice.body-invited': 'Your body is asked to vote in “{{name}}” before it closes.',
  'joint.title': 'How each side voted',
  'joint.say':
    'The raw count of each side, and the score they give together (100 at most). Bodies that abstain are not in the denominator.',
  'joint.votes': '{{n}} / {{of}}',
  'joint.score': 'Score',
  'joint.chosen': 'What it chose',
  'joint.bodies': 'The ballots of the bodies',
  'joint.abstained': 'Abstains',
  'joint.abstained.sealed': 'Abstains, declared before the seal',
  'joint.absent': 'Did not vote',

  'claim.title': 'Somebody has voted for our household',
  'claim.lead':
    'One ballot a household. When two of a household both say it is theirs to cast, the first ballot is held back until the committee has asked and settled it; one ballot counts in the end.',
  'claim.who': 'What are you called',
  'claim.reason': 'What happened',
  'claim.reason.hint':
    'For example: I speak for the household; a tenant cast it. Please write no identity number.',
  'claim.send': 'Ask the committee to settle it',
  'claim.sent.title': 'It is with the committee',
  'claim.sent':
    'The ballot of this household is held back. The committee will get in touch, and settle it with its ground.',
  'claim.link': 'Has somebody voted for your household?',
  'claims.title': 'Household disputes',
  'claims.lead':
    'Two people say they speak for one household. Hear both, and settle it with a ground; until then the box cannot be closed and counted.',
  'claims.none': 'There are no household disputes.',
  'claims.household': 'Household',
  'claims.claimant': 'Raised by',
  'claims.reason': 'What they say',
  'claims.outcome': 'How is it settled',
  'claims.keep': 'The first ballot stands',
  'claims.keep.note': 'The ballot held back is let go and counts as usual.',
  'claims.hand_over': 'The other person votes instead',
  'claims.hand_over.note':
    'The first ballot is taken out. The other votes at the station with the slip, no more by telephone. Not possible after the close.',
  'claims.ground': 'Ground',
  'claims.settle': 'Settle it',
  'claims.settled': 'Settled: {{outcome}}. Ground: {{ground}}',
  'form.ballot.graded': 'Please give a whole number from 0 to 1000.',
  'form.claim.who': 'Please say what you are called.',
  'form.claim.reason': 'Please say what happened.',
  'form.claim.outcome': 'Please choose how it is settled.',
  'form.claim.ground': 'Please write the ground.',
  'desk.round.claims': 'Household disputes to settle',
  'notice.claim-raised': 'In “{{name}}” one household disputes its ballot: please ask and settle it.',
  'refusal.claim-held':
    'The ballot of this household is disputed and held back. It goes on once the committee has settled it.',
  'refusal.claim-at-the-desk':
    'Another of this household votes instead; please bring the slip to the service station.',
  'refusal.claim-nothing-cast': 'This household has not voted yet: just vote.',
  'refusal.claim-open': 'A dispute of this household is being settled already.',
  'refusal.claim-not-household': 'In this round each person votes: there is no household dispute.',
  'refusal.claims-unsettled': {
    one: '{{n}} household dispute is not settled; the box cannot be closed and counted before.',
    other: '{{n}} household disputes are not settled; the box cannot be closed and counted before.',
  },
  'refusal.claim-settled': 'This is settled already.',
  'refusal.claim-too-late': 'Voting has closed: nobody else can vote now; only the first ballot can stand.',
  'refusal.body-chose-nothing':
    'Nothing is chosen. Choose at least one; a body with an interest abstains below; one that does not want to vote sends nothing.',
  'refusal.no-such-claim': 'There is no such dispute.',

  'notice.need-selected':
    '“{{need}}”, which you support, is selected in “{{name}}” and goes on to a purchase plan.',
  'notice.ask-not-selected':
    '“{{need}}”, which you asked for, is not selected in “{{name}}”; the written reply is under {{refNo}}.',
  'vote.reply.title': 'The reply after the vote',
  'vote.reply.next':
    'A need that was not selected stays on the list of needs and may stand in the next round.',
  'vote.reply.result': 'See how “{{name}}” was counted',
  'vote.reply.below_threshold':
    '{{votes}} of {{ballots}} valid ballots chose it; the line was {{line}} votes. It fell short and is not selected in this round.',
  'vote.reply.below_joint':
    'Residents gave it {{votes}} votes and all sides together a score of {{score}}, below the line. It is not selected in this round.',
  'vote.reply.no_money':
    '{{votes}} of {{ballots}} valid ballots chose it, which put it in place {{rank}}; at its turn ¥{{before}} was left and it costs ¥{{cost}}. It is not selected in this round.',
  'vote.reply.after_stop':
    '{{votes}} of {{ballots}} valid ballots chose it, which put it in place {{rank}}; one before it did not fit, and by the rule the count stops there. It is not selected in this round.',
  'vote.reply.no_support':
    '{{votes}} of {{ballots}} valid ballots chose it; the shares its supporters had left did not reach ¥{{cost}}. It is not selected in this round.',
  'vote.reply.quorum_not_met':
    'Too few households took part, so the round is not valid and nothing is selected. It got {{votes}} votes.',
  'notice.need-below_threshold':
    '“{{need}}”, which you support, is not selected in “{{name}}”: too few votes to pass the line. It may stand again.',
  'notice.need-no_money':
    '“{{need}}”, which you support, is not selected in “{{name}}”: too little money was left at its turn. It may stand again.',
  'notice.need-quorum_not_met':
    'Too few households took part in “{{name}}”, so it is not valid; “{{need}}”, which you support, is not selected.',
  'notice.need-no_support':
    '“{{need}}”, which you support, is not selected in “{{name}}”: its supporters’ shares did not reach its cost. It may stand again.',
  'notice.need-after_stop':
    '“{{need}}”, which you support, is not selected in “{{name}}”: one before it did not fit, and the rule stops there.',
  'vote.outcome.no_support': 'Shares too small',
  'vote.outcome.after_stop': 'Stands behind',
  'vote.why.no_support': 'The shares its supporters had left did not reach {{cost}}.',
  'vote.why.after_stop': 'One before it did not fit, and the rule stops there.',
  'vote.why.selected.plain': 'No. {{rank}}; {{before}} was left at its turn, enough to pay.',
  'vote.why.no_money.plain': 'No. {{rank}}; only {{before}} was left at its turn, and it costs {{cost}}.',
  'vote.why.below_joint': 'Its joint score does not pass the line.',
  'vote.result.valid.plain':
    '{{n}} valid ballots from {{households}} households (at least {{quorum}} needed).',
  'vote.result.bar.plain': '{{percent}}',
  'vote.result.points.unit': 'points',
  'recount.by-rule':
    'Count the downloaded ballots again by the rule above; every project should come out as it stands here.',
  'vote.why.mes': 'Its supporters paid {{cost}} together.',
  'vote.result.blank': {
    one: '{{n}} blank ballot beside them is not a valid vote.',
    other: '{{n}} blank ballots beside them are not valid votes.',
  },
  'trail.round.no_support':
    'Residents’ vote: “{{title}}” has {{votes}} votes; its supporters’ shares fell short, not selected',
  'trail.round.after_stop':
    'Residents’ vote: “{{title}}” has {{votes}} votes; one before it did not fit, not selected',
  'trail.round.unseal': '{{name}} with “{{title}}” is unsealed to be changed',
  'roll.fault.residence': 'Line {{line}}, column E (residence): write 户籍, or 非户籍 14 with the months.',
  'roll.fault.lived': 'Line {{line}}, column E (residence): does not meet this round’s rule of residence.',
  'roll.fault.young': 'Line {{line}}, column C (age): below the least age of this round.',
  'roll.fault.representative': 'Line {{line}}, column F (representative): 40 characters at most.',
  'round.form.ground': 'Resolution it rests on',
  'round.form.ground.hint':
    'Where a meeting decided that there be a vote, choose its resolution: the two pages link to each other, and it is sealed with the rest.',
  'round.ground': 'Rests on the resolution of {{ref}}: {{words}}',
  'refusal.resolution-only-advises':
    'This meeting only advises and decides nothing; a vote cannot rest on it.',
} as const satisfies Chapter<typeof zh>
