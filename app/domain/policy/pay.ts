import { row } from './terms.ts'

export const payRows = {} as const
void row
