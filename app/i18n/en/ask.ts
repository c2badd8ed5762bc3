import type { Chapter } from '../chapter.ts'
import type { ask as zh } from '../zh-CN/ask.ts'

export const ask = {} as const satisfies Chapter<typeof zh>
