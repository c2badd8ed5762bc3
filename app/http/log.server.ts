import pino from 'pino'

export type Log = pino.Logger

const secrets = ['phone', 'code', 'password', 'token', 'cookie', 'authorization', 'email', 'idNumber']

/** One JSON line an event on stdout, in UTC; nothing in it may lead to a person. */
export const openLog = (level: string, stream?: pino.DestinationStream): Log =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[…]' },
      serializers: { err: describeError, path: withoutTokens },
    },
    stream ?? pino.destination(1),
  )

/** Whoever holds the link of a rating may give it: that part of the address is not written down. */
const withoutTokens = (path: unknown) => String(path).replace(/^\/rate\/(?!of\/)[^/]+/, '/rate/…')

/** Only name, message and stack: a database error also carries the values that were being stored. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  return { name: error.name, message: withoutValues(error.message), stack: withoutValues(error.stack ?? '') }
}

/** Drizzle prints the bound values behind `params:`, phone numbers among them. */
const withoutValues = (text: string) =>
  text.replaceAll(/params: [\s\S]*?(?=\n\s+at |$)/g, 'params: […]').replaceAll(/\b1[3-9]\d{9}\b/g, '[…]')
