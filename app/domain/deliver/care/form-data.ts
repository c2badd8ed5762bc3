import type { CareLevel, CareQuestion } from '#db/schema/index.ts'

type Answer = [zh: string, en: string]
const scale = (...answers: Answer[]) =>
  answers.map(([zh, en], points) => ({ value: String(points), points, zh, en }))
const asked = (code: string, zh: string, en: string, ...answers: Answer[]): CareQuestion => ({
  code,
  zh,
  en,
  options: scale(...answers),
})
const alone: Answer = ['自己能做', 'Does it alone']
const helped: Answer = ['要人帮一把', 'Needs some help']
const whole: Answer = ['全靠别人', 'Depends on others']

/** 评估表 as a new installation begins with it; a place enters its own as the next version. */
export const careQuestions: CareQuestion[] = [
  asked('EAT', '吃饭', 'Eating', alone, helped, whole),
  asked('WASH', '洗澡', 'Washing', alone, helped, whole),
  asked('DRESS', '穿衣', 'Dressing', alone, helped, whole),
  asked('TOILET', '上厕所', 'Using the toilet', alone, helped, whole),
  asked('WALK', '走路、上下楼', 'Walking and stairs', alone, helped, whole),
  asked(
    'MIND',
    '记事、认人',
    'Memory',
    ['清楚', 'Clear'],
    ['有时糊涂', 'Sometimes confused'],
    ['常常糊涂', 'Often confused'],
  ),
  asked(
    'COMPANY',
    '平时有人照应吗',
    'Does somebody look in',
    ['天天有', 'Every day'],
    ['每周有', 'Every week'],
    ['没有', 'Nobody'],
  ),
]
const level = (code: string, from: number, zh: string, en: string, monthly: number): CareLevel => ({
  ...{ code, from, zh, en, monthly },
  unit: 'minutes',
})
export const careLevels: CareLevel[] = [
  level('L1', 1, '轻度需要照护', 'Light need', 600),
  level('L2', 5, '中度需要照护', 'Moderate need', 1200),
  level('L3', 10, '重度需要照护', 'Heavy need', 1800),
]
export const careFormSource = '区内规定：居家养老服务评估表（第 1 版）'
