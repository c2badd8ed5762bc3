import { expect, test } from 'vitest'
import { type Role, roles } from '#db/vocabulary.ts'
import type { Machine } from '#domain/machine.ts'
import { machines } from '#domain/machines.ts'
import { policy } from '#domain/policy/index.ts'
import { answer, type Row } from '#domain/policy/terms.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Actor, nobody } from '#domain/who/actor.ts'
import { barFacts, bodyBars, expectedBars, type Facts } from './expected-bars.ts'
import { expected, unlisted, watched } from './expected-moves.ts'

const rows = policy as unknown as Record<string, Row<unknown>>
const drawn = Object.entries(machines) as unknown as Array<[string, Machine]>

/** Somebody who acts in one seat, at the body that every place of the subject names, and sits at another body too. */
const sitting = (role: Role, partyId = 'here'): Actor => {
  const seat = { id: 'seat', role, partyId }
  const other = { id: 'other', role: 'social_worker' as const, partyId: 'mine' }
  return { personId: 'me', seat, seats: [seat, other], communityId: 'home' }
}
const lists = /Ids$|^(signedBy|handledBy|needsBy|writtenBy|linkages|bodies)$/
/** A fact nobody has spoken of: of another person, another body; a list is empty. */
const unspoken = (name: string) => (lists.test(name) ? [] : 'another')
/** A subject made of facts; it never throws, whatever it is asked for. */
const about = (facts: Facts) =>
  new Proxy(facts, {
    get: (told, name) => (typeof name !== 'string' ? undefined : name in told ? told[name] : unspoken(name)),
  })
/** Every fact a row reads to learn the place of an act, saying `here`. */
function placeOf({ at }: Row<unknown>): Facts {
  const facts: Facts = {}
  const learn = (_: unknown, name: string | symbol) => {
    if (typeof name === 'string') facts[name] = lists.test(name) ? ['here'] : 'here'
    return facts[String(name)]
  }
  at?.(new Proxy({}, { get: learn }))
  return facts
}
const factsOf = (act: string, key: string) =>
  (key === 'not-your-body' ? bodyBars[act] : barFacts[key]) ?? { barred: () => [] }
/** The facts under which a role may do the act: at its place, and not the person any bar means. */
const clearOf = (act: string, role: Role): Facts =>
  Object.assign(
    placeOf(rows[act]!),
    ...(expectedBars[act] ?? []).map((key) => factsOf(act, key).clear?.(role)),
  )
/** True, or why not. */
const said = (act: string, role: Role, facts: Facts = {}) =>
  answer(sitting(role), rows[act]!, about({ ...clearOf(act, role), ...facts }))
const rolesOf = (row: Row<unknown>): readonly Role[] => (Array.isArray(row.by) ? row.by : ['resident'])

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
test('every move and every act of the policy has its cells, but for the reads named with a why', () => {
  const told = new Set(cells.map(([act]) => act))
  const moves = drawn.flatMap(([name, { moves }]) => Object.keys(moves).map((move) => `${name}.${move}`))
  const acts = Object.keys(rows)
  expect(acts.filter((act) => !told.has(act as never) && !unlisted[act])).toEqual([])
  expect(
    Object.keys(unlisted).filter((act) => !rows[act] || told.has(act as never) || moves.includes(act)),
  ).toEqual([])
})
test.each(cells)('%s by %s: %s', (act, role, allowed) => {
  expect(rows[act], act).toBeDefined()
  if (allowed) expect(said(act, role)).toBe(true)
  else expect(said(act, role)).toBe('needs-another-seat')
})

const placed = Object.entries(rows).filter(([, row]) => row.at && Array.isArray(row.by) && row.by.length > 0)
test.each(placed)('%s: a seat at another body opens nothing', (_act, row) => {
  for (const role of row.by as Role[])
    expect(answer(sitting(role, 'elsewhere'), row, about(placeOf(row)))).toBe('not-your-body')
})

test('an auditor reads of the offices he watches over, of no others, and acts at none of them', () => {
  const auditor = (watches: readonly string[]): Actor => {
    const seat = { id: 'seat', role: 'auditor' as const, partyId: 'elsewhere', watches }
    return { personId: 'me', seat, seats: [seat], communityId: null }
  }
  const withPlace = Object.entries(rows).filter(([, row]) => row.at)
  const told = (watches: readonly string[]) =>
    withPlace.filter(([, row]) => answer(auditor(watches), row, about(placeOf(row))) === true)
  expect(
    told(['here'])
      .map(([act]) => act)
      .sort(),
  ).toEqual([...watched].sort())
  expect(told(['another office'])).toEqual([])
  expect(watched.filter((act) => !act.endsWith('.read'))).toEqual([])
})

const closed = Object.entries(rows).filter(([, row]) => row.by !== 'anyone')
test.each(closed)('%s: nobody does it without signing in', (_act, row) => {
  expect(answer(nobody, row, about(placeOf(row)))).toBe('sign-in-first')
})

test.each(Object.entries(rows))('%s bars whom it should, and nobody else', (act, row) => {
  expect([...new Set((row.bars ?? []).map((bar) => bar.key))]).toEqual(expectedBars[act] ?? [])
})
test('no bar is written down for an act there is not', () => {
  expect(Object.keys(expectedBars).filter((act) => !rows[act])).toEqual([])
})

const barred = Object.entries(expectedBars).flatMap(([act, keys]) =>
  rolesOf(rows[act]!).flatMap((role) =>
    keys.flatMap((key) =>
      factsOf(act, key)
        .barred(role, act)
        .map((facts) => [act, role, key, JSON.stringify(facts), facts] as const),
    ),
  ),
)
test.each(barred)('%s by %s: %s where %s', (act, role, key, _facts, facts) => {
  expect(said(act, role)).toBe(true)
  expect(said(act, role, facts)).toBe(key)
})
test('every bar of every act has somebody whom it refuses', () => {
  const refused = new Set(barred.map(([act, , key]) => `${act} ${key}`))
  const all = Object.entries(expectedBars).flatMap(([act, keys]) => keys.map((key) => `${act} ${key}`))
  expect(all.filter((one) => !refused.has(one))).toEqual([])
})
