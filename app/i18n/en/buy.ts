import type { Chapter } from '../chapter.ts'
import type { buy as zh } from '../zh-CN/buy.ts'

export const buy = {} as const satisfies Chapter<typeof zh>
