import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { sha256 } from '../vault.ts'
import type { Files } from './files.ts'

/** Files in one folder, named by hash, synced to disk before they are told of. */
export function diskFiles(folder: string): Files {
  const at = (hash: string) => path.join(folder, hash.slice(0, 2), hash)
  return {
    put: async (bytes) => {
      const hash = sha256(bytes)
      await mkdir(path.dirname(at(hash)), { recursive: true })
      const temporary = `${at(hash)}.${process.pid}.part`
      const handle = await open(temporary, 'w')
      await handle.writeFile(bytes)
      await handle.sync()
      await handle.close()
      await rename(temporary, at(hash))
      return { sha256: hash, size: bytes.length }
    },
    get: (hash) =>
      /^[0-9a-f]{64}$/.test(hash) ? readFile(at(hash)).catch(() => null) : Promise.resolve(null),
  }
}
