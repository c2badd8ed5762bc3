export type RefusalKind = 'forbidden' | 'missing' | 'conflict' | 'invalid' | 'unsure' | 'often'

/** A rule said no. `reason` is a message key `refusal.<reason>`, so the page can say it in the reader's language. */
export class Refusal extends Error {
  readonly kind: RefusalKind
  readonly reason: string
  readonly params: Record<string, string | number>
  /** The field of the form that must be typed anew; null: no single one. */
  readonly field: string | null
  constructor(
    kind: RefusalKind,
    reason: string,
    params: Record<string, string | number> = {},
    field: string | null = null,
  ) {
    super(reason)
    this.kind = kind
    this.reason = reason
    this.params = params
    this.field = field
  }
}
