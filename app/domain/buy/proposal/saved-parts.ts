import type { Reader } from '#db/store.ts'
import { partsAsked } from './body.ts'
import { contentOf, type Draft, type Mark, type Part, stampOf } from './draft.ts'
import type { Call } from './find-call.ts'
import { namesOfPersons } from './who-saved.ts'

export type Saved = { at: number; by: string }
type By<T> = Partial<Record<string, T>>
const plainParts: readonly Part[] = ['organisation', 'consortium', 'record', 'texts', 'budget', 'indicators']

/** The parts of a draft as their forms carry them: each with its stamp, when it was saved and by whom, what stood there before. */
export async function savedParts(db: Reader, { body, marks, former }: Draft, call: Pick<Call, 'criteria'>) {
  const given = Object.values(marks).filter((mark) => mark !== undefined)
  const formers = Object.entries(former).flatMap(([part, was]) => (was ? [{ part, ...was }] : []))
  const names = await namesOfPersons(
    db,
    [...given, ...formers.flatMap(({ mark }) => mark ?? [])].map(({ by }) => by),
  )
  const told = (mark: Mark | null | undefined): Saved | null =>
    mark ? { at: mark.at, by: names.get(mark.by) ?? '' } : null
  const parts = [...plainParts, ...partsAsked(call.criteria).map(({ code }) => `plan.${code}` as const)]
  const by = <T>(of: (part: Part) => T): By<T> => Object.fromEntries(parts.map((part) => [part, of(part)]))
  return {
    stamps: by((part) => stampOf(contentOf(body, part))),
    saved: by((part) => told(marks[part])),
    former: Object.fromEntries(
      formers.map(({ part, content, mark }) => [part, { content, mark: told(mark) }]),
    ) as By<{ content: unknown; mark: Saved | null }>,
    last: told(given.toSorted((a, b) => b.at - a.at)[0]),
  }
}
