import fc from 'fast-check'
import { expect } from 'vitest'
import type { Transact } from '#db/store.ts'
import { Refusal } from '#domain/refusal.ts'

/** Something the outside told: delivering it late, twice or out of order must not change how it ends. */
export type Told = { id: string; deliver: () => Promise<unknown> }
/** When a process dies: before its commit, or after it with the answer lost. */
export type Death = 'before' | 'after'
/** A town with one provider in it, as the model drives it. */
export type Rig = {
  /** How many parts (milestones) there are to pay. */
  parts: number
  /** What people and the outside may try on a part; a Refusal is an answer, anything else a fault. */
  acts: Readonly<Record<string, (part: number) => Promise<unknown>>>
  /** Everything told so far, the oldest first. */
  told: () => readonly Told[]
  /** The next commit dies so; null: none does. */
  die: (how: Death | null) => void
  /** Begins again with nothing kept in memory; the last act is sent again under the key it had. */
  restart: () => Promise<unknown>
  /** Reads everything again that was ever told, as the nightly reconciliation does. */
  catchUp: () => Promise<unknown>
  /** Σ by account, and how each part ended. */
  ledger: () => Promise<unknown>
  /** Fails unless every entry balances, nothing was before its gate or twice, and no account is overdrawn. */
  holds: () => Promise<void>
}
const dead = Symbol('dead')
const died = (when: Death) => Object.assign(new Error(`died ${when} the commit`), { [dead]: true })
export const isDeath = (error: unknown) => error instanceof Error && dead in error

type Step =
  | { do: 'act'; act: string; part: number }
  | { do: 'tell' | 'again' | 'lose'; nth: number }
  | { do: 'crash'; how: Death; act: string; part: number }

export const stepsOf = (acts: readonly string[], parts: number, { most = 40, least = 12 } = {}) => {
  const part = fc.integer({ min: 0, max: parts - 1 })
  const act = fc.constantFrom(...acts)
  const nth = fc.nat({ max: 9 })
  const one: fc.Arbitrary<Step> = fc.oneof(
    { weight: 12, arbitrary: fc.record({ do: fc.constant('act' as const), act, part }) },
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constantFrom('tell' as const, 'again' as const, 'lose' as const), nth }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('crash' as const),
        how: fc.constantFrom<Death>('before', 'after'),
        act,
        part,
      }),
    },
  )
  return fc.array(one, { minLength: least, maxLength: most })
}

/** A refusal is an answer; so is a death that was asked for. */
const tried = (work: Promise<unknown>) =>
  work.catch((error: unknown) => {
    if (!(error instanceof Refusal) && !isDeath(error)) throw error
  })

async function take(rig: Rig, step: Step, heard: Set<string>) {
  if (step.do === 'act') return tried(rig.acts[step.act]!(step.part))
  if (step.do === 'crash') {
    rig.die(step.how)
    await tried(rig.acts[step.act]!(step.part))
    rig.die(null)
    return tried(rig.restart())
  }
  const open = rig.told().filter(({ id }) => heard.has(id) === (step.do === 'again'))
  const one = open[step.nth % Math.max(1, open.length)]
  if (!one) return
  heard.add(one.id)
  if (step.do !== 'lose') await tried(one.deliver())
}

/** Any history: in the end, whatever was lost is read again once, and a second time changes nothing. */
export async function endsWell(openRig: () => Promise<Rig>, steps: readonly Step[]) {
  const rig = await openRig()
  const heard = new Set<string>()
  for (const step of steps) await take(rig, step, heard)
  await rig.catchUp()
  await rig.holds()
  const once = await rig.ledger()
  await rig.catchUp()
  for (const { deliver } of rig.told()) await tried(deliver())
  expect(await rig.ledger()).toEqual(once)
}

/** What was told ends in one ledger whichever way it is ordered and however often it is said. */
export async function endsAlike(
  openRig: () => Promise<Rig>,
  prepare: (rig: Rig) => Promise<void>,
  orders: ReadonlyArray<readonly number[]>,
) {
  const ends: unknown[] = []
  for (const order of orders) {
    const rig = await openRig()
    await prepare(rig)
    for (const nth of order) await tried(rig.told()[nth % rig.told().length]!.deliver())
    await rig.catchUp()
    await rig.holds()
    ends.push(await rig.ledger())
  }
  for (const end of ends) expect(end).toEqual(ends[0])
}

/**
 * A `transact` that dies when told to, at its next commit or so many after it: its work is undone, or it stands and nobody
 * is told. Nothing more is committed until a process begins again.
 */
export function mortal(transact: Transact) {
  let death: Death | null = null
  let left = 0
  let lies: Death | null = null
  const dying: Transact = async (work) => {
    if (lies) throw died(lies)
    const how = left === 0 ? death : null
    left = Math.max(0, left - 1)
    const done = await transact(async (tx) => {
      const answer = await work(tx)
      if (how === 'before') lies = how
      if (how === 'before') throw died(how)
      return answer
    })
    if (how === 'after') lies = how
    if (how === 'after') throw died(how)
    return done
  }
  const die = (how: Death | null, after = 0) => {
    death = how
    left = after
    lies = null
  }
  return { transact: dying, die }
}
