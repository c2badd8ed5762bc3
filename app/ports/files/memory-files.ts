import { sha256 } from '../vault.ts'
import type { Files } from './files.ts'

const piece = 2 ** 16

/** The fake: files for as long as the process lives. */
export function memoryFiles(now = Date.now): Files {
  const kept = new Map<string, { bytes: Buffer; at: number }>()
  return {
    put: async (bytes) => {
      kept.set(sha256(bytes), { bytes, at: now() })
      return { sha256: sha256(bytes), size: bytes.length }
    },
    get: async (hash) => kept.get(hash)?.bytes ?? null,
    parts: async function* (hash) {
      const bytes = kept.get(hash)?.bytes ?? Buffer.alloc(0)
      for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
    },
    olderThan: async (then) => [...kept].filter(([, { at }]) => at < then.getTime()).map(([hash]) => hash),
    drop: async (hash, then) => {
      if ((kept.get(hash)?.at ?? Number.POSITIVE_INFINITY) < then.getTime()) kept.delete(hash)
    },
  }
}
