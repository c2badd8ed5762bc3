import type { RefusalKind } from '#domain/refusal.ts'

/** The status a refusal is answered with. */
export const statusOf = ({ kind }: { kind: RefusalKind }) =>
  ({ forbidden: 403, missing: 404, conflict: 409, invalid: 422, unsure: 503, often: 429 })[kind]
