import { row } from './terms.ts'

export const deliverRows = {} as const
void row
