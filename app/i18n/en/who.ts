import type { Chapter } from '../chapter.ts'
import type { who as zh } from '../zh-CN/who.ts'

export const who = {} as const satisfies Chapter<typeof zh>
