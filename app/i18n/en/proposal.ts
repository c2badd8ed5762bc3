import type { Chapter } from '../chapter.ts'
import type { proposal as zh } from '../zh-CN/proposal.ts'

export const proposal = {} as const satisfies Chapter<typeof zh>
