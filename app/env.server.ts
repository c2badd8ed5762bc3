import { createHash } from 'node:crypto'
import { z } from 'zod'

const demoModes = { '0': 'off', '1': 'full', empty: 'empty' } as const
const random = 'at least 32 random characters, for example from: openssl rand -hex 32'
const shape = z.object({
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|postgres(ql)?:)/, 'DATABASE_URL begins with file: or postgres:')
    .default('file:data/sanshe.sqlite'),
  FILES: z.string().default('data/files'),
  /** 0 off · 1 the demo district · empty: its people and places, no needs and no projects. */
  SANSHE_DEMO: z.enum(['0', '1', 'empty']).default('0'),
  SANSHE_SECRET: z.string().min(32, `must be ${random}`).optional(),
  /** Names this site answers to, by comma; a demonstration answers to the local ones. */
  SANSHE_HOSTS: z.string().optional(),
  SANSHE_ORIGIN: z.url().optional(),
  /** Where short messages are posted, and the key they are signed with; without it they stay in the outbox. */
  SMS_URL: z.url().optional(),
  SMS_KEY: z.string().min(16).optional(),
  /** Stripe, for co-funding and gifts: its secret key, and the secret of the webhook (two by comma while it is changed). */
  STRIPE_KEY: z.string().min(16).optional(),
  STRIPE_WEBHOOK_SECRETS: z.string().min(16).optional(),
  STRIPE_CURRENCY: z
    .string()
    .regex(/^[a-z]{3}$/, 'STRIPE_CURRENCY is three small letters')
    .default('cny'),
  TRUST_PROXY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
})

export type Env = {
  port: number
  host: string
  databaseUrl: string
  filesFolder: string
  demo: 'off' | 'full' | 'empty'
  secret: string
  hosts: string[] | undefined
  origin: string | undefined
  trustProxy: number | string | undefined
  sms: { url: string; key: string } | undefined
  stripe?: { key: string; secrets: string[]; currency: string } | undefined
  logLevel: string
}

const weak = /^(.)\1*$|changeme|secret|password|example/i
const demoSecret = createHash('sha256').update('the demonstration keeps no secret').digest('hex')

function secretOf(given: string | undefined, demo: Env['demo']): string {
  if (given && !weak.test(given)) return given
  if (demo !== 'off' && !given) return demoSecret
  throw new Error(`SANSHE_SECRET must be ${random}`)
}

function smsOf(url: string | undefined, key: string | undefined) {
  if (!url) return undefined
  if (!key) throw new Error('SMS_URL needs SMS_KEY: at least 16 characters shared with the message gateway')
  return { url, key }
}

function stripeOf(
  key: string | undefined,
  secrets: string | undefined,
  currency: string,
  origin: string | undefined,
) {
  if (!key) return undefined
  if (!secrets) throw new Error('STRIPE_KEY needs STRIPE_WEBHOOK_SECRETS: what the webhook is signed with')
  if (!origin) throw new Error('STRIPE_KEY needs SANSHE_ORIGIN: payers come back to it')
  return { key, secrets: secrets.split(',').map((one) => one.trim()), currency }
}

/** Reads the environment once; a wrong word is a sentence and no start. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const read = shape.safeParse(source)
  if (!read.success)
    throw new Error(read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '))
  const e = read.data
  const demo = demoModes[e.SANSHE_DEMO]
  const proxy = e.TRUST_PROXY
  return {
    port: e.PORT,
    host: e.HOST,
    databaseUrl: e.DATABASE_URL,
    filesFolder: e.FILES,
    demo,
    secret: secretOf(e.SANSHE_SECRET, demo),
    hosts: e.SANSHE_HOSTS?.split(',').map((h) => h.trim()),
    origin: e.SANSHE_ORIGIN,
    trustProxy: proxy && /^\d+$/.test(proxy) ? Number(proxy) : proxy,
    sms: smsOf(e.SMS_URL, e.SMS_KEY),
    stripe: stripeOf(e.STRIPE_KEY, e.STRIPE_WEBHOOK_SECRETS, e.STRIPE_CURRENCY, e.SANSHE_ORIGIN),
    logLevel: e.LOG_LEVEL,
  }
}
