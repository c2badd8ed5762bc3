/**
 * How money reaches a project and leaves it again. The treasury is always there; others stand beside it.
 * Amounts are whole 分; moments are epoch milliseconds; a `key` is ours, made before the call and kept for every retry.
 */
export type FundingProvider = {
  readonly capabilities: Capabilities
  /** Makes room for money; `payAt` is where the payer goes, null where nobody need go anywhere. */
  open: (funding: Funding) => Promise<Opened>
  /** Everything the provider knows of one of our keys, read afresh: what an event says is never believed without it. */
  status: (key: string) => Promise<Status>
  /** Begins to pay the payee of a part whose own gate is passed; that it is paid is told by a fact, never by this answer. */
  release: (release: Release) => Promise<Begun>
  refund: (refund: Refund) => Promise<Begun>
  /** What came from outside, as it came: a webhook's body, a bank's file. Faults are named; nothing is half taken. */
  ingest: (raw: RawEvent) => Promise<Ingested>
  /** Our booked facts of a period against the provider's, by key and proof. */
  reconcile: (period: Period, ours: readonly Booked[]) => Promise<Difference[]>
  /** Asks a payee for what the provider needs before it may be paid; absent: payees need nothing. */
  connect?: (payee: Payee) => Promise<Opened>
  /** Whether a connected payee may be paid now, read afresh by the provider's own reference. */
  isReady?: (ref: string) => Promise<boolean>
  /** Takes a release back from the payee; told by a `returned` fact. */
  reverse?: (reversal: Reversal) => Promise<Begun>
}

export type Capabilities = {
  code: string
  /** 财政性资金: only a provider that says true may ever pay it. */
  fiscal: boolean
  /** Whether a call moves money; false: papers do, and people register them. */
  online: boolean
  currencies: readonly string[]
  /** The most one payment may be, in 分; null: no cap. */
  most: number | null
  refunds: boolean
  /** How long money may be held before it must be decided on, in days; null: it is not held at all. */
  holdsDays: number | null
}

export type Funding = {
  key: string
  contractId: string
  milestoneId: string
  amount: number
  currency: string
  purpose: 'purchase' | 'co_fund' | 'gift'
  /** Where the payer comes back to; nothing is believed of that visit. */
  returnTo: string
  /** What the payer is told that he pays for. */
  words?: string
}
export type Opened = { ref: string; payAt: string | null }
export type Release = {
  key: string
  /** The funding it is paid from; null where none was opened (an appropriation). */
  fundingKey: string | null
  contractId: string
  milestoneId: string
  payeeId: string
  amount: number
}
export type Refund = { key: string; fundingKey: string; amount: number; reason: string }
export type Payee = { key: string; payeeId: string; returnTo: string }
export type Reversal = { key: string; releaseKey: string; amount: number }
/** `on_paper`: a person takes it on and registers the paper. */
export type Begun = { ref: string; state: 'begun' | 'on_paper' }
export type Status = { facts: FundingFact[] }

export const factKinds = [
  'funded',
  'released',
  'returned',
  'refunded',
  'refund_failed',
  'disputed',
  'dispute_won',
  'dispute_lost',
] as const
/** One thing that happened outside. The same happening has the same `id`, however often and in whatever order it is told. */
export type FundingFact = {
  id: string
  kind: (typeof factKinds)[number]
  /** Our key, or the number of our paper, that it answers. */
  key: string
  amount: number
  at: number
  /** What proves it: a receipt's number, a balance transaction. */
  proof: string
  payee?: string
  reason?: string
  /** What was settled where the payer's currency, or a fee, makes it another sum. */
  settled?: { amount: number; currency: string; fee: number; rate: number | null }
}
export type RawEvent = { body: Buffer; signature: string | null; at: number }
export type Fault = { line: number; reason: string }
/** That something happened, as it was told: what it is about is one of our keys, the provider's own reference, or nothing of ours. */
export type Told = { id: string; type: string; about: string | null }
export type Ingested = { facts: Array<FundingFact & { line: number }>; faults: Fault[]; told?: Told[] }

export type Period = { from: number; to: number }
export type Booked = Pick<FundingFact, 'kind' | 'key' | 'amount' | 'proof'> & { fee?: number }
export const differenceKinds = ['matched', 'local_only', 'remote_only', 'amount', 'fee', 'stuck'] as const
export type Difference = {
  kind: (typeof differenceKinds)[number]
  key: string
  proof: string
  ours: number | null
  theirs: number | null
}
