import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { createGenerator } from 'ts-json-schema-generator'

/**
 * Writes what the pinned SDK itself says a request may hold: `npx tsx tests/standards/stripe/make-schema.ts` after
 * another release of it is installed. Only what we send is kept.
 */
export const home = 'tests/standards/stripe'
const sent = {
  Session: 'Stripe.Checkout.SessionCreateParams',
  Transfer: 'Stripe.TransferCreateParams',
  Reversal: 'Stripe.TransferCreateReversalParams',
  Refund: 'Stripe.RefundCreateParams',
  Account: 'Stripe.AccountCreateParams',
  AccountLink: 'Stripe.AccountLinkCreateParams',
  Charges: 'Stripe.ChargeListParams',
  Transfers: 'Stripe.TransferListParams',
  Refunds: 'Stripe.RefundListParams',
  Disputes: 'Stripe.DisputeListParams',
  Lines: 'Stripe.BalanceTransactionListParams',
  Intent: 'Stripe.PaymentIntentRetrieveParams',
  AccountRead: 'Stripe.AccountRetrieveParams',
  Reversals: 'Stripe.TransferListReversalsParams',
}

/** Descriptions and what a validator does not ask are left out, so that the file stays small. */
function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(
    ([name, said]) => name !== 'description' || typeof said !== 'string',
  )
  return Object.fromEntries(kept.map(([name, said]) => [name, bare(said)]))
}

const { version } = JSON.parse(readFileSync('node_modules/stripe/package.json', 'utf8')) as {
  version: string
}
const folder = path.join(home, '.types')
mkdirSync(folder, { recursive: true })
const lines = Object.entries(sent).map(([name, type]) => `export type ${name} = ${type}`)
writeFileSync(path.join(folder, 'sent.ts'), [`import type Stripe from 'stripe'`, ...lines, ''].join('\n'))
const compilerOptions = { module: 'nodenext', moduleResolution: 'nodenext', skipLibCheck: true, strict: true }
writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['sent.ts'] }))
const schema = createGenerator({
  path: path.join(folder, 'sent.ts'),
  tsconfig: path.join(folder, 'tsconfig.json'),
  skipTypeCheck: true,
  topRef: false,
}).createSchema('*')
rmSync(folder, { recursive: true })
const file = path.join(home, 'requests.json')
writeFileSync(file, `${JSON.stringify({ version, schema: bare(schema) })}\n`)
