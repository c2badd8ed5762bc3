import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import type { Asked } from '#app/ports/payments/stand-in/state.ts'

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8'))
/** What the types of the SDK allow in a request, and the release of it that they were taken from. */
export const { version, schema } = read('tests/standards/stripe/requests.json')
const ajv = new Ajv({ coerceTypes: true, strict: false, allErrors: true })
ajv.addSchema(schema, 'sent')

type Sent = Pick<Asked, 'method' | 'path' | 'params'>
/** Which type of the SDK a request must be. */
export const types: ReadonlyArray<readonly [string, RegExp, string]> = [
  ['POST', /^checkout\/sessions$/, 'Checkout.SessionCreateParams'],
  ['POST', /^transfers$/, 'TransferCreateParams'],
  ['POST', /^transfers\/\w+\/reversals$/, 'TransferCreateReversalParams'],
  ['POST', /^refunds$/, 'RefundCreateParams'],
  ['POST', /^accounts$/, 'AccountCreateParams'],
  ['POST', /^account_links$/, 'AccountLinkCreateParams'],
  ['GET', /^payment_intents\/\w+$/, 'PaymentIntentRetrieveParams'],
  ['GET', /^accounts\/\w+$/, 'AccountRetrieveParams'],
  ['GET', /^charges$/, 'ChargeListParams'],
  ['GET', /^transfers$/, 'TransferListParams'],
  ['GET', /^transfers\/\w+\/reversals$/, 'TransferListReversalsParams'],
  ['GET', /^refunds$/, 'RefundListParams'],
  ['GET', /^disputes$/, 'DisputeListParams'],
  ['GET', /^balance_transactions$/, 'BalanceTransactionListParams'],
]
export const typeOf = ({ method, path }: Sent) =>
  types.find(([how, where]) => how === method && where.test(path))?.[2]

/** `{ 0: …, 1: … }` of a decoded form as the list it stands for. */
function listed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, said]) => [name, listed(said)] as const)
  return entries.length > 0 && entries.every(([name]) => /^\d+$/.test(name))
    ? entries.map(([, said]) => said)
    : Object.fromEntries(entries)
}

/** What the types of the SDK say against a request; one of a type that nobody named is a fault too. */
export function faultsOf(sent: Sent): string[] {
  const type = typeOf(sent)
  if (!type) return [`${sent.method} ${sent.path}: of no known type`]
  const check = ajv.getSchema(`sent#/definitions/${type}`)
  if (!check) return [`${type}: not in the schema`]
  if (check(listed(sent.params))) return []
  return (check.errors ?? []).map((e) => `${type} ${e.instancePath} ${e.message}`)
}
