import { Refusal } from '../refusal.ts'

/** The first of the rows; none: nothing has this number, or nothing that is public. */
export async function found<T>(rows: Promise<T[]>): Promise<T> {
  const [first] = await rows
  if (!first) throw new Refusal('missing', 'no-such-number')
  return first
}
