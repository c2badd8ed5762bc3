import type { Chapter } from '../chapter.ts'
import type { result as zh } from '../zh-CN/result.ts'

export const result = {
  'refusal.recount-of-advisory':
    'An advisory round publishes no ballots: there are no files from which to recount.',
  'again.title': 'Recount on your own device',
  'again.lead':
    'This page downloads the published ballots to your device and counts them again with the program that counted them, to see whether the result is the same. Your device sends nothing out.',
  'again.back': 'The result',
  'again.still':
    'Getting ready. If this stays here, your device runs no scripts: verify in the way told at the end of this page.',
  'again.start': 'Recount now',
  'again.busy': 'Recounting',
  'again.yes': 'The same.',
  'again.yes.say': 'Your device counted the same result from the published ballots; all {{n}} checks hold.',
  'again.no': 'Not the same.',
  'again.no.say':
    'Below it is marked which check failed. Keep the downloaded files and tell the supervision committee or the district auditor.',
  'again.broken':
    'The recount did not finish. Try again; if it still fails, verify in the way told at the end of this page.',
  'again.checks': 'What is checked',
  'again.state.wait': 'Not yet',
  'again.state.yes': 'Holds',
  'again.state.no': 'Fails',
  'again.check.seal': 'The rule and the slate are those sealed before the opening',
  'again.check.round': 'The files are of this round',
  'again.check.result': 'The signature on the result file is genuine',
  'again.check.files': 'Every public file is as it was published',
  'again.check.replaced': 'Of the sealed ballots that were changed later, none is missing',
  'again.check.replaced_hash': 'The changed ballots are those recorded when the box was closed',
  'again.check.box': 'Of the sealed ballots in the box, none is missing and none there twice',
  'again.check.root': 'The fingerprint of the box is that recorded when it was closed',
  'again.check.apart': 'No changed ballot is in the box',
  'again.check.signature': 'The signature on the closed box is genuine',
  'again.check.ballots': 'Every ballot keeps to the rule',
  'again.check.fingerprint': 'The fingerprint of the ballots is the published one',
  'again.check.numbers': 'Participations less void ones are the sealed ballots, and the opened ones',
  'again.check.turnout': 'Participation by channel and by age adds up',
  'again.check.bodies': 'The open ballots of the bodies are of those named in the sealed list',
  'again.check.abstained':
    'Whoever declared before the seal that it abstains does, and no ballot of a body that abstains counts',
  'again.check.lot': 'A lot was drawn only where the rule says so',
  'again.check.blank': 'The number of blank ballots is the same',
  'again.check.items': 'Votes, order and outcome of every item are the same',
  'again.check.count': 'The selected needs and the money spent are the same',
  'again.log': 'What the checking program said',
  'again.items': 'What your device counted',
  'again.item.out': 'Not chosen',
  'again.own': 'Recount from files you kept',
  'again.own.say':
    'Files you downloaded before, or that somebody gave you: choose all {{n}} together and the recount begins. They leave your device for nowhere.',
  'again.offline': 'Verify without this page',
  'again.offline.1': 'Download the {{n}} files below into one folder.',
  'again.offline.2':
    'On a computer with this program run the line below; its last word is the folder. It says yes or no to every check.',
  'again.offline.3':
    'Or write another program after the specification published with this one (docs/verifying-a-round.md).',
  'again.promise':
    'A recount proves that no ballot is missing or exchanged and that the count is right. It does not prove that the number of participants is true: the roll is not public, and an auditor holds it against the sealed one.',
  // Two rules
  'compare.title': 'The same ballots, two rules',
  'compare.none': 'No second rule beside it',
  'compare.none.quorum':
    'Too few households took part, nothing was selected, and there is nothing to compare.',
  'compare.none.empty': 'No ballot chose anything, and there is nothing to count another way.',
  'compare.own.votes': 'By votes (this round’s rule)',
  'compare.own.shares': 'Equal shares (this round’s rule)',
  'compare.own.votes.score': 'By score (this round’s rule)',
  'compare.other.votes': 'By votes (for comparison)',
  'compare.other.votes.score': 'By score (for comparison)',
  'compare.other.shares': 'Equal shares (for comparison)',
  'compare.say.votes':
    'Items in the order of their votes, until the budget is used up. Easy to follow, but what matters to a few is easily lost.',
  'compare.say.votes.score':
    'Items in the order of their scores, until the budget is used up. Easy to follow, but what matters to a few is easily lost.',
  'compare.say.shares.ballot':
    'The budget is divided equally among the ballots; an item is paid by its supporters together and selected when they have enough. What is left they keep for the next item they support.',
  'compare.say.shares.point':
    'The budget is divided equally among the ballots; an item is paid by its supporters together, more by who gave it more points, and selected when they have enough. What is left they keep for the next item they support.',
  'compare.say.shares.weight':
    'The budget is divided among the sides by their weights, and each side’s among its ballots; an item is paid by its supporters on every side together and selected when they have enough. What is left they keep for the next item they support.',
  'compare.places':
    'In the comparison places are points as well: {{top}} for the first, one fewer for each next. Points say how much something matters, not how much money it should have: the item that asks the least for each point comes first.',
  'compare.weights':
    'In the comparison the size of a side does not matter: it brings its weight of the budget, and pays by its weight, not by heads. A side that cast no ballot and a body that abstains bring nothing.',
  'compare.purses':
    'What each side holds in the comparison after the shares were raised (together it may pass the budget; what is spent does not), in yuan',
  'compare.purses.weight': 'Weight',
  'compare.purses.ballots': 'Ballots',
  'compare.purses.together': 'Together',
  'compare.purses.each': 'Each ballot',
  'compare.in': 'Chosen',
  'compare.out': 'Not chosen',
  'compare.differs': '{{words}}, differs',
  'compare.lead':
    'What counts is the rule of this round, sealed before the opening. The comparison counts the same ballots once more, for reading only.',
  'compare.caption': {
    one: '{{n}} valid ballot, amounts in yuan',
    other: '{{n}} valid ballots, amounts in yuan',
  },
  'compare.caption.residents': {
    one: '{{n}} valid ballot of residents, amounts in yuan',
    other: '{{n}} valid ballots of residents, amounts in yuan',
  },
  'compare.what': 'Compared',
  'compare.won': 'Chosen',
  'compare.won.n': { one: '{{n}} item', other: '{{n}} items' },
  'compare.spent': 'Spent (of {{amount}})',
  'compare.reached': 'Ballots with at least one choice selected',
  'compare.reached.residents': 'Residents’ ballots with at least one choice selected',
  'compare.reached.n': '{{n}} ({{percent}})',
  'compare.same': 'Both rules select the same.',
  'compare.item.paid': '“{{title}}”: the {{n}} ballots for it hold {{behind}} together, enough for {{cost}}.',
  'compare.item.left':
    '“{{title}}”: the {{n}} ballots for it hold {{behind}}, not enough; money left over went to it by its votes or score.',
  'compare.item.short':
    '“{{title}}”: the {{n}} ballots for it hold only {{behind}} together, {{missing}} too little.',
  'compare.better':
    '{{first}} ballots got more of their choices by this round’s rule, {{second}} by the comparison, {{same}} as many.',
  'compare.better.residents':
    'Of the residents’ ballots, {{first}} got more of their choices by this round’s rule, {{second}} by the comparison, {{same}} as many.',
  'compare.only': 'Which rule the next round uses, the residents’ meeting decides before it opens.',
  'compare.step':
    'In the comparison each ballot’s share is raised by {{step}} at a time until the budget holds no more, and what is left goes by votes or score; it draws no line.',
  'compare.step.weight':
    'In the comparison each percentage point of weight is raised by {{step}} at a time until the budget holds no more, and what is left goes by score; it draws no line.',
  'why.no-votes': 'Nobody chose it.',
  'why.shares.in':
    'The {{n}} ballots for it paid together, {{payment}} at most each, for {{cost}}. Effective support: {{effective}} votes.',
  'why.shares.in.point':
    'The {{n}} ballots for it paid together, {{payment}} at most for each point, for {{cost}}. Effective support: {{effective}} points.',
  'why.shares.free': 'It costs nothing and has support, so it is selected.',
  'why.shares.then-votes':
    'The {{n}} ballots for it had too little; the rest of the budget went by votes, and at its turn {{before}} was left, enough.',
  'why.shares.out':
    'Its supporters hold {{behind}}, {{missing}} too little, from {{n}} supporters. Effective support {{percent}}%.',
  'why.missing': {
    one: '{{missing}} is wanting, with {{n}} supporter.',
    other: '{{missing}} is wanting, with {{n}} supporters.',
  },
  'after.project': 'See its purchase',
  'after.waits': 'Selected; its purchase plan comes next',
  'after.next': 'Stands in “{{name}}”',
  'after.next.until': 'vote again by {{date}}',
  'after.reply': 'Read the reply and its reason',
  'steps.title': 'Every step of the count',
  'steps.turn': 'Turn and need',
  'steps.score': 'Votes or score',
  'steps.before': 'Left at its turn',
  'lot.drawn': 'The lot',
  'lot.say':
    'Items equal in votes and cost stand in the order of the lot. Its seed was drawn and published before the count; the order follows from the seed, and anybody can work it out.',
  'money.behind': 'Equal shares: the money behind each item',
  'money.behind.say.point':
    'Each ballot held {{amount}} at first. Effective support: how many points the money is worth if all paid as much a point as the supporter who pays most; 100% is enough.',
  'money.behind.say.weight':
    'Each percentage point of weight held {{amount}} at first. Effective support: how many points of weight the money is worth if all paid as much as those who pay most; 100% is enough.',
  'money.behind.say.ballot':
    'Each ballot held {{amount}} at first. Effective support: how many votes the money is worth if all paid as much as the supporter who pays most; 100% is enough.',
  'money.item': 'Need',
  'money.supporters': 'Supporters',
  'money.at-start': 'Held at first',
  'money.then': 'Held at its turn',
  'money.payment.ballot': 'Most one ballot pays',
  'money.payment.point': 'Most paid for a point',
  'money.payment.weight': 'Most paid by a point of weight',
  'money.effective': 'Effective support',
  'money.percent': '{{n}}%',
  'money.votes.ballot': '{{n}} votes, {{percent}}%',
  'money.votes.point': '{{n}} points, {{percent}}%',
  'money.votes.weight': '{{n}} points of weight, {{percent}}%',
  'again.open': 'Open the recount',
  'again.advisory':
    'This round only asks for opinions: its ballots are not published, so it cannot be recounted. Published are the rule, the open ballots of the bodies, the turnout and the result.',
  'print.open': 'Print the notice',
  'print.title': 'Notice of the residents’ vote',
  'print.check': 'Scan to recount on your own phone',
  'print.read': 'Scan to read the whole result (advisory: its ballots are not published)',
  'print.uncounted': 'Not valid',
  'print.uncounted.line': 'Blank ballots: {{blank}}. Void ballots: {{spoiled}}.',
  'print.post': 'Posted',
  'print.post.line': 'By:                      Date:',
  'print.ask':
    'Ask at the community station about anything unclear. If you object to the result, say online which item and what is wrong.',
  // In and out
  'pb.title': 'Draft a round from a .pb file',
  'pb.lead':
    'The open file of participatory budgeting (Pabulib .pb). Slate, budget, kind of ballot and rule come from the file; its projects are needs accepted in this community, or projects of elsewhere to be asked about for advice only. Its ballots were cast elsewhere and do not count in this round.',
  'pb.file': '.pb file',
  'pb.file.hint': 'At most 4 MB. What is wrong is told with its line.',
  'pb.file.missing': 'Choose a .pb file.',
  'pb.file.big': 'The file is larger than 4 MB.',
  'pb.draft': 'Draft this round',
  'pb.count': 'Only count it',
  'pb.link': 'Draft from a .pb file',
  'pb.counted': 'The count of “{{name}}”',
  'pb.counted.say':
    'The file holds {{n}} ballots. Below are both rules over the same ballots, for you to read; nothing was kept.',
  'pb.counted.caption': 'Amounts as in the file',
  'pb.by-votes': 'By votes',
  'pb.by-shares': 'Equal shares',
  'pb.cost': 'Spent',
  'own.which': 'What the projects in the file are',
  'own.which.needs': 'Needs of this community',
  'own.which.needs.say': 'Their numbers are those of accepted needs; what is selected can be purchased.',
  'own.which.own': 'Projects of elsewhere, for advice only',
  'own.which.own.say':
    'They stand on the ballot by the file’s number, name and cost. The round only advises: no money is spent and nothing is bought.',
  'own.demonstrate':
    'Projects of elsewhere: count the file’s own ballots as a demonstration; none of them counts in this round. Staff see it now, the public once the result is announced.',
  'own.pool': 'Leave it open for a round that only advises.',
  'own.note':
    'What is on the ballot comes from the file “{{name}}” ({{place}}) and is no need of this community. The round only advises; no money is spent.',
  'own.currency': 'Amounts are the file’s own figures, in {{currency}}, not converted to yuan.',
  'own.currency.yuan': 'Amounts are the file’s own figures.',
  'own.money':
    'Amounts are the file’s figures in {{currency}}, not converted, whatever sign stands beside them.',
  'own.counted': 'Demonstration: what the file’s own {{n}} ballots come to',
  'own.counted.say':
    'These ballots were cast elsewhere and none of them counts in this round; they only show how the two rules work.',
  'own.served': 'The file does not say',
  'own.after': 'Advice only, nothing is bought',
  'refusal.round-of-a-file':
    'The items of this round come from a file and cannot be changed here. Void the round, mend the file and draft again.',
  'refusal.pb-slate-long':
    'The file has {{found}} projects; a ballot lists at most {{most}}. Keep only the projects to ask about, and the ballots for them.',
  'refusal.pb-budget-fine':
    'The budget of the file is too large, or finer than a hundredth, to be kept exactly.',
  'refusal.pb-id-odd':
    'Line {{line}}: the project id “{{id}}” is too long or holds a blank. Use at most 40 characters and no blank.',
  'refusal.pb-name-long': 'Line {{line}}: the name of project {{id}} is longer than 200 characters.',
  'refusal.pb-cost-fine':
    'Line {{line}}: the cost {{cost}} of project {{id}} is too large, or finer than a hundredth, to be kept exactly.',
  'refusal.pb-cost-none': 'Line {{line}}: project {{id}} has no cost.',
  'refusal.pb-cost-over':
    'Line {{line}}: project {{id}} costs {{cost}}, more than the whole budget, and could never be selected. Take withdrawn projects out of the file.',
  'refusal.pb-id-is-need':
    'Line {{line}}: {{id}} is the number of a need. Draft needs as “Needs of this community”; give a project of elsewhere another number.',
  'refusal.pb-need-unknown':
    'Line {{line}}: project {{id}} is not the number of a need of this community. Change it to one, or have it accepted as a need first.',
  'refusal.pb-cost-differs':
    'Line {{line}}: project {{id}} says {{file}} yuan, accepted were {{need}} yuan. Make them the same.',
  'refusal.pb-rule-unknown':
    'The file’s rule “{{rule}}” is not known here. Change it, or draft the round by hand.',
  'refusal.pb-not-a-round':
    'Among the file’s name, dates, kind of ballot and rule, some do not go together here. Mend the file, or draft the round by hand.',
  'sheet.link': 'Download the workbook (Excel)',
  'sheet.slate': 'Slate',
  'sheet.turnout': 'Turnout',
  'sheet.no': 'No.',
  'sheet.ref': 'Number',
  'sheet.cost': 'Amount (yuan)',
  'sheet.by': 'By',
  'sheet.group': 'Group',
  'sheet.missing': 'Wanting (yuan)',
  'sheet.other': 'By the other rule',
} as const satisfies Chapter<typeof zh>
