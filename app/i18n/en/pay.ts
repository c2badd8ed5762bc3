import type { Chapter } from '../chapter.ts'
import type { pay as zh } from '../zh-CN/pay.ts'

export const pay = {} as const satisfies Chapter<typeof zh>
