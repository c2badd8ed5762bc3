import { sha256 } from '../vault.ts'
import type { Files } from './files.ts'

/** The fake: files for as long as the process lives. */
export function memoryFiles(): Files {
  const kept = new Map<string, Buffer>()
  return {
    put: async (bytes) => {
      kept.set(sha256(bytes), bytes)
      return { sha256: sha256(bytes), size: bytes.length }
    },
    get: async (hash) => kept.get(hash) ?? null,
  }
}
