import { Refusal } from './refusal.ts'

export type Moves<S extends string> = Record<string, { from: readonly S[]; to: S }>
export type Machine<S extends string = string, M extends Moves<S> = Moves<S>> = {
  name: string
  states: readonly S[]
  moves: M
  next: (state: S, move: keyof M & string) => S
  open: (state: S) => Array<keyof M & string>
}

/** A lifecycle as data: the states the database knows, and the moves between them. */
export function machine<S extends string, const M extends Moves<S>>(
  name: string,
  states: readonly S[],
  moves: M,
): Machine<S, M> {
  return {
    name,
    states,
    moves,
    next(state, move) {
      const { from, to } = moves[move]!
      if (!from.includes(state))
        throw new Refusal('conflict', 'not-in-this-state', { entity: name, state, move })
      return to
    },
    open: (state) => Object.keys(moves).filter((move) => moves[move]!.from.includes(state)),
  }
}
