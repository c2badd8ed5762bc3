import type { Chapter } from '../chapter.ts'
import type { rate as zh } from '../zh-CN/rate.ts'

export const rate = {} as const satisfies Chapter<typeof zh>
