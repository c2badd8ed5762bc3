import { row } from './terms.ts'

export const rateRows = {} as const
void row
