import { row } from './terms.ts'

export const askRows = {} as const
void row
