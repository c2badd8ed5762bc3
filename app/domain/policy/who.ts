import { row } from './terms.ts'

export const whoRows = {} as const
void row
