import { row } from './terms.ts'

export const proposalRows = {} as const
void row
