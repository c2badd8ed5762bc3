import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { standingClock } from '../../../app/ports/clock.ts'
import { diskFiles } from '../../../app/ports/files/disk-files.ts'
import { openVault } from '../../../app/ports/vault.ts'
import { openStore } from '../../../db/client.server.ts'
import { clockOffsets } from '../../../db/schema/index.ts'
import { at, settledTown, type TownParts, townOver } from '../../support/settled-town.ts'
import { copyTemplate } from '../../support/template.ts'
import { openTown, type Town } from './town.ts'

/** The small town of the domain tests, told up to a stage, in a folder that a server can be opened over. */
export async function tell<T>(folder: string, secret: string, build: (town: TownParts) => Promise<T>) {
  const url = `file:${path.join(folder, 'sanshe.sqlite')}`
  await copyTemplate(path.join(folder, 'sanshe.sqlite'), settledTown)
  const files = path.join(folder, 'files')
  mkdirSync(files)
  const store = await openStore(url)
  const clock = standingClock(at)
  const town = townOver({ store, url, clock, files: diskFiles(files), vault: openVault(secret) })
  const built = await build(town)
  const milliseconds = clock.now().getTime() - Date.now()
  await store.transact((tx) => tx.insert(clockOffsets).values({ id: 'demo', milliseconds }))
  await store.close()
  return built
}

/** A server over a town brought to a stage by the domain's own commands; people sign in by one tap, the clock goes on from there. */
export async function startStaged<T>(build: (town: TownParts) => Promise<T>): Promise<Town & { built: T }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'sanshe-staged-'))
  const secret = randomBytes(32).toString('hex')
  const forget = () => rmSync(folder, { recursive: true, force: true })
  try {
    const built = await tell(folder, secret, build)
    const town = await openTown({ demo: true, empty: false }, folder, secret)
    return { ...town, built, stop: () => town.stop().then(forget) }
  } catch (error) {
    forget()
    throw error
  }
}
