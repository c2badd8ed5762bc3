import type { Part } from '../support/people.ts'

/** What every chapter of the journey needs: people, pictures, and time that passes. */
export type Road = {
  as: (personId: string | null) => Promise<Part>
  shoot: (part: Part, name: string) => Promise<void>
  moveClock: (to: string) => Promise<void>
}
/** Who takes part, by the demo's own keys. */
export const people = {
  admin: 'U123',
  resident: 'U115',
  neighbour: 'U113',
  clerk: 'U017',
  director: 'U018',
  supervisor: 'U019',
  auditor: 'U122',
  handler: 'U005',
  approver: 'U006',
  finance: 'U007',
  acceptor: 'U008',
  centre: 'U013',
  editor: 'U047',
  signer: 'U048',
  worker: 'U089',
} as const
