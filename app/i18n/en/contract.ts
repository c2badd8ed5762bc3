import type { Chapter } from '../chapter.ts'
import type { contract as zh } from '../zh-CN/contract.ts'

export const contract = {
  'contract-template.title': 'Contract template',
  'contract-template.lead':
    'Contracts are drawn up from these clauses only. Price, term, indicators and payments come from the award; nobody types them.',
  'contract-template.versions': 'Versions',
  'contract-template.version': 'Version',
  'contract-template.name': 'Template, version {{n}}',
  'contract-template.from': 'In force from',
  'contract-template.ground': 'Why it was revised',
  'contract-template.ground.hint': 'One sentence: what changed, and why.',
  'contract-template.basis': 'Legal basis',
  'contract-template.current': 'In force',
  'contract-template.ahead': 'From a later date',
  'contract-template.past': 'Earlier',
  'contract-template.revise': 'Revise the template',
  'contract-template.revise.lead':
    'Saving makes version {{n}}. Contracts already drawn up keep the version they were drawn from.',
  'contract-template.marks':
    'What stands in double braces is filled in from the award and the figures of the district.',
  'contract-template.only': 'Only for: {{routes}}',
  'contract-template.changed': 'Changed',
  'contract-template.added': 'New',
  'contract-template.gone': 'Left out in this version: {{headings}}',
  'contract-template.old': 'What the version before said',
  'contract-template.heading': 'Heading of the clause',
  'contract-template.words': 'Words of the clause',
  'contract-template.more': 'One clause more',
  'contract-template.routes': 'Ways of buying it is for ({{n}} chosen)',
  'contract-template.routes.legend': 'Only for these ways of buying; none chosen means for all',
  'contract-template.about': 'This version',
  'contract-template.submit': 'Save as a new version',
  'contract.template': 'Template',
  'contract.core': 'Core work',
  'contract.core.hint':
    'What is ticked may not be subcontracted. If nothing is ticked, the first one is core.',
  'contract.draw.special.hint': 'No sums of money here: every sum in the contract comes from the award.',
  'form.contract-template.clause': 'Each clause needs a heading and words',
  'form.contract-template.basis': 'Please give the legal basis',
  'form.contract-template.ground': 'Please say why it is revised, in 5 characters or more',
  'refusal.contract-template-missing': 'There is no such version of the template.',
  'refusal.contract-template-mark-unknown':
    'There is no mark “{{mark}}”; please check the words in double braces.',
  'refusal.contract-template-mark-missing':
    'The clauses for all contracts lack these marks: {{marks}}. Price, term, indicators and payments must be filled in by the system.',
  'refusal.contract-template-types-money': 'A clause names a sum of money. Sums come from the award only.',
  'refusal.contract-template-heading-twice': 'Two clauses have the same heading.',
  'refusal.contract-template-same': 'This is the same as the version before, word for word.',
  'refusal.contract-template-from-past':
    'It cannot come into force before today, nor before the version before it.',
  'refusal.contract-special-money':
    'Special terms may not name a sum of money: every sum in the contract comes from the award.',
  'refusal.contract-core-unknown': 'Core work is chosen from the indicators of the contract.',
  'paper.contract.title': 'Contract: {{title}}',
  'paper.copy': 'Copy for publication',
  'paper.signed': 'Signed by both',
  'paper.draft': 'Not signed',
  'paper.goal': 'Common goal: {{goal}}',
  'paper.side': 'Side',
  'paper.changes': 'Changed after signing',
  'paper.change': 'Change',
  'paper.change.on': 'Agreed on',
  'paper.fingerprint': 'Fingerprint of what was signed',
  'paper.fingerprint.whole':
    'Parties, price, term and every clause above agree with the fingerprint taken at signing. A copy for publication leaves out what the law keeps back; the fingerprint is of the whole text.',
  'paper.fingerprint.not':
    'What stands above does not agree with the fingerprint taken at signing. Do not use it.',
  'paper.download': 'Download the contract',
  'paper.word': 'Word document',
  'paper.pdf': 'PDF document',
  'paper.lead': 'Both say the same: PDF to print and keep, Word for the files of an office.',
  'paper.lead.copy': 'The copy for publication; what the law keeps back is left out.',
} as const satisfies Chapter<typeof zh>
