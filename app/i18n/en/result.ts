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
  'again.check.replaced': 'Of the sealed ballots that were changed later, none is missing',
  'again.check.replaced_hash': 'The changed ballots are those recorded when the box was closed',
  'again.check.box': 'Of the sealed ballots in the box, none is missing and none there twice',
  'again.check.root': 'The fingerprint of the box is that recorded when it was closed',
  'again.check.apart': 'No changed ballot is in the box',
  'again.check.signature': 'The signature on the closed box is genuine',
  'again.check.ballots': 'Every ballot keeps to the rule',
  'again.check.fingerprint': 'The fingerprint of the ballots is the published one',
  'again.check.numbers': 'Participations less void ones are the sealed ballots, and the opened ones',
  'again.check.bodies': 'The open ballots of the bodies are of those named in the sealed list',
  'again.check.lot': 'A lot was drawn only where the rule says so',
  'again.check.blank': 'The number of blank ballots is the same',
  'again.check.items': 'Votes, order and outcome of every item are the same',
  'again.check.count': 'The selected needs and the money spent are the same',
  'again.items': 'What your device counted',
  'again.item.out': 'Not selected',
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
} as const satisfies Chapter<typeof zh>
