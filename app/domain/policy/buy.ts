import { row } from './terms.ts'

export const buyRows = {} as const
void row
