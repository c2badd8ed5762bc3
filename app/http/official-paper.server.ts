import { z } from 'zod'
import type { Context } from '#domain/context.ts'
import { issuePaper } from '#domain/open/papers/issue-paper.ts'
import type { PrintoutKind } from '#domain/open/papers/paper-content.ts'
import { paperNow } from '#domain/open/papers/verify-paper.ts'
import { formAction } from './form-action.server.ts'

/** What the frame of a printed page needs: its number, if it has one, and the address of this house. */
export const paperAt = async ({ db }: Context, kind: PrintoutKind, subject: string, url: URL) => ({
  ...(await paperNow(db, kind, subject)),
  origin: url.origin,
})

type Params = Record<string, string>
/** The action of a printed page: gives it its number and comes back to it. */
export const issueAction = (kind: PrintoutKind, named: string, to: (params: Params) => string) =>
  formAction({
    form: z.object({}).strict(),
    run: (ctx, _typed, params) => issuePaper(ctx, { kind, subject: params[named] ?? '' }),
    goTo: (_done, params) => to(params),
  })
