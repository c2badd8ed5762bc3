import { sha256 } from '#app/ports/vault.ts'

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}

/** The hash of a document whatever the order a database keeps its keys in. */
export const hashOf = (document: unknown) => sha256(JSON.stringify(sorted(document)))
