import type { Chapter } from '../chapter.ts'
import type { call as zh } from '../zh-CN/call.ts'

export const call = {
  'refusal.prohibited-brand':
    '“{{words}}” may not stand: no brand, trademark or patent may be named (Regulation art. 20(6)).',
  'refusal.prohibited-form':
    '“{{words}}” may not stand: a supplier’s ownership or form of organisation may not be limited (Regulation art. 20(7)).',
  'refusal.prohibited-years':
    '“{{words}}” may be neither condition nor score: years in business may not set suppliers apart (MOF 2020 no. 46 art. 5).',
  'refusal.prohibited-library':
    '“{{words}}” may not stand: no pre-selected list may be a threshold (MOF 2019 no. 38).',
  'refusal.prohibited-again':
    'The factor “{{name}}” scores a condition again: “{{words}}” already admits a supplier and may earn no points (Order 87 art. 55).',
  'refusal.qualification-contracts':
    '“{{words}}” asks for too many contracts: at most {{most}} like contracts may be a condition (MOF 2021 no. 22).',
  'refusal.qualification-twice': 'Two of the conditions are the same.',
  'refusal.criteria-grade-here':
    '“{{name}}” scores the assessment grade: this route is open to every kind of body, so it may not (MOF 2019 no. 38).',
  'refusal.criteria-grade-share': 'The assessment grade has {{share}} points; at most {{most}} are allowed.',
} as const satisfies Chapter<typeof zh>
