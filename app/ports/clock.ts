/** What time it is. Nothing else in the house asks the machine. */
export type Clock = { now: () => Date }

export const systemClock: Clock = { now: () => new Date() }

/** The fake: a clock that stands until it is moved. */
export const standingClock = (at: Date) => {
  let time = at.getTime()
  return {
    now: () => new Date(time),
    set: (to: Date) => {
      time = to.getTime()
    },
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}
export type StandingClock = ReturnType<typeof standingClock>

/** A clock that ticks with the real one, some way ahead of or behind it: a demonstration's. */
export const shiftedClock = (offset: () => number): Clock => ({ now: () => new Date(Date.now() + offset()) })
