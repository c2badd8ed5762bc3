import { sha256 } from '#app/ports/vault.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'
import { type Body, emptyBody } from './body.ts'

/** When a part was last saved, and by whom. */
export type Mark = { at: number; by: string }
/** The working copy: what is written, when each part was saved, and what stood there before. */
export type Draft = {
  body: Body
  marks: Partial<Record<string, Mark>>
  former: Partial<Record<string, { content: unknown; mark: Mark | null }>>
}
export type Part =
  | 'organisation'
  | 'consortium'
  | 'record'
  | 'texts'
  | 'budget'
  | 'indicators'
  | `plan.${string}`

const purpose = (id: string) => `proposal draft ${id}`

/** Opens the working copy with the server's own key; none: a blank one. */
export function openDraft(ctx: Context, was: { id: string; draftSealed: string | null }): Draft {
  if (!was.draftSealed) return { body: emptyBody, marks: {}, former: {} }
  const kept = JSON.parse(ctx.vault.open(purpose(was.id), was.draftSealed)) as Draft | Body
  const draft = 'body' in kept ? kept : { body: kept, marks: {}, former: {} }
  return { ...draft, body: { ...emptyBody, ...draft.body } }
}
export const sealDraft = (ctx: Context, id: string, draft: Draft) =>
  ctx.vault.seal(purpose(id), JSON.stringify(draft))

/** What one part of a proposal says. */
export function contentOf(body: Body, part: Part): unknown {
  if (part.startsWith('plan.')) return body.plan[part.slice('plan.'.length)] ?? null
  if (part === 'record') return [body.experience, body.finance]
  return body[part as Exclude<Part, 'record' | `plan.${string}`>]
}

/** Tells one wording of a part from another: a form carries the stamp of what its writer had before his eyes. */
export const stampOf = (content: unknown) => sha256(JSON.stringify(content ?? null)).slice(0, 16)

/** 两人同时改: whoever saves second is told, with both texts before him; nothing is written over unseen. */
export function refuseUnseen(was: Body, now: Body, part: Part, seen: string | undefined) {
  if (seen === undefined) return
  const stands = stampOf(contentOf(was, part))
  if (stands !== seen && stampOf(contentOf(now, part)) !== stands)
    throw new Refusal('conflict', 'draft-saved-meanwhile')
}

/** The draft with one part saved anew; the wording before it is kept once. */
export function saved(was: Draft, body: Body, part: Part | undefined, mark: Mark): Draft {
  if (!part) return { ...was, body }
  const before = contentOf(was.body, part)
  const changed = stampOf(before) !== stampOf(contentOf(body, part))
  const keeps = changed && before !== null && was.marks[part] !== undefined
  return {
    body,
    marks: { ...was.marks, [part]: mark },
    former: keeps
      ? { ...was.former, [part]: { content: before, mark: was.marks[part] ?? null } }
      : was.former,
  }
}
