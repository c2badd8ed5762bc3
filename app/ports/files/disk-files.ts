import { createReadStream, statSync, unlinkSync } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'
import { sha256 } from '../vault.ts'
import type { Files } from './files.ts'

const isHash = (name: string) => /^[0-9a-f]{64}$/.test(name)

const piece = 2 ** 18
async function* partsAt(file: string): AsyncGenerator<Buffer> {
  if (statSync(file, { throwIfNoEntry: false })) yield* createReadStream(file, { highWaterMark: piece })
}

/** On the disk, synced, before it has its name; of nobody else on the machine. */
async function writeWhole(file: string, bytes: Buffer) {
  const temporary = `${file}.${process.pid}.part`
  const handle = await open(temporary, 'w', 0o600)
  await handle.writeFile(bytes)
  await handle.sync()
  await handle.close()
  await rename(temporary, file)
}

/** Files in one folder, named by hash, synced to disk before they are told of. */
export function diskFiles(folder: string): Files {
  const at = (hash: string) => path.join(folder, hash.slice(0, 2), hash)
  return {
    put: async (bytes) => {
      const hash = sha256(bytes)
      await mkdir(path.dirname(at(hash)), { recursive: true, mode: 0o700 })
      await writeWhole(at(hash), bytes)
      return { sha256: hash, size: bytes.length }
    },
    get: (hash) => (isHash(hash) ? readFile(at(hash)).catch(() => null) : Promise.resolve(null)),
    parts: (hash) => partsAt(isHash(hash) ? at(hash) : ''),
    olderThan: async (then) => {
      const found: string[] = []
      for (const name of await readdir(folder, { recursive: true }).catch(() => [])) {
        const hash = path.basename(name)
        if (isHash(hash) && (await stat(path.join(folder, name))).mtime < then) found.push(hash)
      }
      return found
    },
    drop: async (hash, then) => {
      // Looked at and removed in one breath: nothing of this process is put in between.
      if (isHash(hash) && (statSync(at(hash), { throwIfNoEntry: false })?.mtime ?? then) < then)
        unlinkSync(at(hash))
    },
  }
}
