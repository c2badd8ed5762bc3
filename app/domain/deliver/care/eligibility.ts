import type { Reader } from '#db/store.ts'
import type { ageBands } from '#db/vocabulary.ts'
import { youngest } from '../../buy/framework/place-order.ts'
import { parameter } from '../../parameters.ts'
import { Refusal } from '../../refusal.ts'

type Told = { ageBand: (typeof ageBands)[number] | null; livesAlone: boolean; lowIncome: boolean }

/** Whom this place serves, as its figures of the day say. */
export async function criteriaOn(db: Reader, on: string) {
  const of = async (code: string) => {
    const { value, source, mark } = await parameter(db, code, on)
    return { value, source, mark }
  }
  return {
    from: await of('CARE_AGE_FROM'),
    veryOld: await of('CARE_VERY_OLD'),
    least: await of('CARE_CONDITIONS'),
  }
}

/** 高龄、独居、低收入: so many of the three as the place asks for, and not younger than it says. */
export async function mustBeEligible(db: Reader, on: string, told: Told) {
  const { from, veryOld, least } = await criteriaOn(db, on)
  const age = told.ageBand ? youngest[told.ageBand] : null
  if (age === null) throw new Refusal('conflict', 'care-age-unknown')
  if (age < from.value) throw new Refusal('forbidden', 'care-too-young', { n: from.value })
  const met = [age >= veryOld.value, told.livesAlone, told.lowIncome].filter(Boolean).length
  if (met < least.value)
    throw new Refusal('forbidden', 'care-not-eligible', { n: least.value, age: veryOld.value })
}
