import type { Chapter } from '../chapter.ts'
import type { desk as zh } from '../zh-CN/desk.ts'

export const desk = {} as const satisfies Chapter<typeof zh>
