import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** One folder a run, where all workers find the databases that theirs are copied from. */
export function setup() {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-run-'))
  process.env.SANSHE_TEST_RUN = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
