import fs from 'node:fs'
import path from 'node:path'

const memory = '/dev/shm'
const room = 3 * 1024 ** 3

/** A folder in memory for what tests write and throw away, or undefined where there is no room: a database there waits for no disk. */
export const memoryFolder = () => {
  try {
    const { bavail, bsize } = fs.statfsSync(memory)
    if (bavail * bsize < room) return undefined
    const folder = fs.mkdtempSync(path.join(memory, 'sanshe-test-'))
    // PostgreSQL passes through it as another user.
    fs.chmodSync(folder, 0o711)
    process.once('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
    return folder
  } catch {
    return undefined
  }
}
