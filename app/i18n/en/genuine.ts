import type { Chapter } from '../chapter.ts'
import type { genuine as zh } from '../zh-CN/genuine.ts'

export const genuine = {
  'genuine.title': 'Check a paper',
  'genuine.lead':
    'Contracts, notices, acceptance sheets and other papers printed from here carry a number at their foot. Type it to see whether the paper is genuine and whether anything has changed since.',
  'genuine.number': 'Number on the paper',
  'genuine.number.hint': 'Sixteen letters and digits; the hyphens may be left out',
  'genuine.look': 'Check',
  'genuine.malformed':
    'A number has sixteen or more letters (a to f) and digits: please type it again as it stands on the paper.',
  'genuine.none': 'No paper with this number was ever given out',
  'genuine.none.say':
    'Compare the number with the paper once more. If it is still unknown, the paper does not come from here.',
  'genuine.again': 'Check another paper',
  'genuine.yes': 'This number is genuine',
  'genuine.same': 'What the paper said when it was given out is what the record says now.',
  'genuine.changed':
    'The record has changed or moved on since the paper was given out. The record as it is now counts.',
  'genuine.gone': 'The record is no longer there, or no longer public.',
  'genuine.what': 'What paper it is',
  'genuine.issued': 'Given out',
  'genuine.matter': 'Matter',
  'genuine.ref': 'Reference number',
  'genuine.hash': 'Fingerprint of its words (SHA-256)',
  'genuine.live': 'See the record as it is now',
  'genuine.later': 'Another was given out later ({{at}})',
  'genuine.private':
    'What this paper says is not public; here you learn only whether it is genuine, and when it was given out. Whoever may read it sees its page after signing in.',
  'genuine.compare':
    'A genuine number does not mean that the words were not altered: compare the paper with the record, line by line.',
  'genuine.kind.contract': 'Contract, published text',
  'genuine.kind.payment': 'Payment application',
  'genuine.kind.acceptance': 'Acceptance sheet',
  'genuine.kind.round_result': 'Notice of a vote’s result',
  'genuine.kind.award_result': 'Notice of an award',
  'genuine.kind.ballot': 'Paper ballot',
  'genuine.kind.survey': 'Paper survey',
  'genuine.kind.sign_in': 'Sign-in sheet',
  'genuine.kind.receipt': 'Voting receipt',
  'genuine.kind.minutes': 'Minutes of a meeting',
  'genuine.paper.number': 'No. {{number}}',
  'genuine.paper.none': 'No number yet: for reading only',
  'genuine.paper.issued':
    'Given out {{at}}. To check it, scan the code on the left or type the number at {{address}}.',
  'genuine.paper.verify': 'Is it genuine?',
  'genuine.paper.live': 'The record now',
  'genuine.issue.say':
    'Give the paper its number before you print it: then every page carries the number and a code by which anybody can check it.',
  'genuine.issue.do': 'Give this paper a number',
  'genuine.issued.say': 'It has its number. Print it with your browser: A4, black and white will do.',
  'genuine.see': 'See what a check says',
  'genuine.print': 'Print (A4, with a number)',
  'genuine.why': 'Remark',
  'genuine.objection': 'Time for objections',
  'genuine.side': 'Body',
  'genuine.sign': 'Signature',
  'genuine.seal': 'Seal',
  'genuine.date': 'Date',
} as const satisfies Chapter<typeof zh>
