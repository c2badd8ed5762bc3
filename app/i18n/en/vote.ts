import type { Chapter } from '../chapter.ts'
import type { vote as zh } from '../zh-CN/vote.ts'

export const vote = {} as const satisfies Chapter<typeof zh>
