import { row } from './terms.ts'

export const voteRows = {} as const
void row
