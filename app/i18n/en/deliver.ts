import type { Chapter } from '../chapter.ts'
import type { deliver as zh } from '../zh-CN/deliver.ts'

export const deliver = {} as const satisfies Chapter<typeof zh>
