import type { Env } from '#app/env.server.ts'

/** What went wrong at the start, as a sentence that says what to do. */
const sentences: [RegExp, (env: Env | undefined) => string][] = [
  [
    /EADDRINUSE/,
    (env) => `Port ${env?.port} is already in use. Choose another: PORT=${(env?.port ?? 3000) + 1} npm start`,
  ],
  [
    /EACCES.*listen|listen EACCES/,
    (env) => `This user may not listen on port ${env?.port}. Choose one above 1023: PORT=3000 npm start`,
  ],
  [
    /EADDRNOTAVAIL|ENOTFOUND/,
    (env) => `This machine has no address ${env?.host}. Set HOST to one it has, or leave it out.`,
  ],
  [
    /database-newer-than-code/,
    () =>
      'The database was written by a newer release. Start that release, or restore a backup made before it.',
  ],
  [
    /database-locked-by-another-process/,
    () => 'Another process already serves this database. Stop it first, or set DATABASE_URL to another file.',
  ],
  [
    /demonstration-half-told/,
    () => 'The demonstration was cut off while it was brought in. Empty its database, then start again.',
  ],
  [
    /SQLITE_FULL|ENOSPC/,
    () => 'The disk is full. Make room, then start again; nothing acknowledged has been lost.',
  ],
  [
    /SQLITE_READONLY|SQLITE_CANTOPEN|EROFS|EACCES/,
    (env) =>
      `The database cannot be written (${env?.databaseUrl ?? 'DATABASE_URL'}). Check the folder's owner and rights.`,
  ],
  [
    /SQLITE_NOTADB|SQLITE_CORRUPT/,
    (env) =>
      `${env?.databaseUrl ?? 'DATABASE_URL'} is not a sound database. Restore the latest backup (docs/operations.md).`,
  ],
  [
    /ECONNREFUSED|ECONNRESET|28P01|3D000/,
    () =>
      'PostgreSQL does not answer as DATABASE_URL says. Check that it runs, and the user, password and database.',
  ],
  [
    /already-founded/,
    () =>
      'This district is founded already: its administrator registers everybody else (docs/operations.md).',
  ],
  [
    /database-not-empty/,
    () =>
      'That PostgreSQL database holds rows already. Nothing was moved: name an empty one in DATABASE_URL.',
  ],
  [
    /database-of-another-release/,
    () =>
      'The SQLite database is of another release. Start this release on it once, stop it, then move. Nothing was moved.',
  ],
  [/two-persons/, () => 'The administrator and the security auditor are two persons with two telephones.'],
]

/** Says why not, as a sentence where there is one, and ends. */
export function giveUp(error: unknown, env: Env | undefined): never {
  const reason = describe(error)
  const sentence = sentences.find(([sign]) => sign.test(reason))?.[1](env)
  process.stderr.write(`${sentence ?? `The server could not start: ${reason}`}\n`)
  process.exit(1)
}

/** A driver wraps what the system said; the sentence needs the innermost words too. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const { code, cause } = error as Error & { code?: unknown; cause?: unknown }
  return [code, error.message, cause === undefined ? '' : describe(cause)].filter(Boolean).join(' ')
}
