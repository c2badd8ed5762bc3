import { expect, test } from 'vitest'
import { type Role, roles } from '#db/vocabulary.ts'
import type { Machine } from '#domain/machine.ts'
import { machines } from '#domain/machines.ts'
import { policy } from '#domain/policy/index.ts'
import { answer, type Row } from '#domain/policy/terms.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Actor, nobody } from '#domain/who/actor.ts'
import { expected } from './expected-moves.ts'

const rows = policy as unknown as Record<string, Row<unknown>>
const drawn = Object.entries(machines) as unknown as Array<[string, Machine]>

/** Somebody who sits in one seat, at the one body that every fact of the subject names. */
const sitting = (role: Role, partyId = 'here'): Actor => {
  const seat = { id: 'seat', role, partyId }
  return { personId: 'me', seat, seats: [seat], communityId: null }
}
/** A subject of which every fact is the same word. */
const all = (word: string) =>
  new Proxy({}, { get: (_, name) => (name === Symbol.iterator ? undefined : word) })
/** Whether the row knows this role at all; what else it may object to is tested beside its command. */
function knows(row: Row<unknown>, actor: Actor): boolean {
  try {
    return !['needs-another-seat', 'sign-in-first'].includes(String(answer(actor, row, all('here'))))
  } catch {
    return true // a bar asked for a fact that this subject does not have: the role was let through to it
  }
}

test.each(drawn)(
  '%s moves as the vocabulary says, from each of its states, and in no other way',
  (name, machine) => {
    const wanted = expected[name]!.moves
    expect(Object.keys(machine.moves).sort()).toEqual(Object.keys(wanted).sort())
    for (const state of machine.states)
      for (const [move, [from, to]] of Object.entries(wanted)) {
        const next = () => machine.next(state, move)
        if (from.includes(state)) expect(next(), `${name} ${state} ${move}`).toBe(to)
        else expect(next, `${name} ${state} ${move}`).toThrow(Refusal)
      }
  },
)

const cells = Object.entries(expected).flatMap(([name, { by }]) =>
  Object.entries(by).flatMap(([move, who]) =>
    roles.map(
      (role) =>
        [
          `${name}.${move}`,
          role,
          who === 'anyone' || who === 'person' || (who !== 'nobody' && who.includes(role)),
        ] as const,
    ),
  ),
)
test('the matrix covers every role for every act it names', () => {
  expect(cells.length).toBeGreaterThan(roles.length * 45)
})
test.each(cells)('%s by %s: %s', (act, role, allowed) => {
  const row = rows[act]
  expect(row, act).toBeDefined()
  expect(knows(row!, sitting(role))).toBe(allowed)
})

const placed = Object.entries(rows).filter(([, row]) => row.at && Array.isArray(row.by) && row.by.length > 0)
test.each(placed)('%s: a seat at another body opens nothing', (_act, row) => {
  for (const role of row.by as Role[])
    expect(answer(sitting(role, 'elsewhere'), row, all('here'))).toBe('not-your-body')
})

const closed = Object.entries(rows).filter(([, row]) => row.by !== 'anyone')
test.each(closed)('%s: nobody does it without signing in', (_act, row) => {
  expect(answer(nobody, row, all('here'))).toBe('sign-in-first')
})
