import { standingClock } from '#app/ports/clock.ts'
import { memoryFiles } from '#app/ports/files/memory-files.ts'
import { closeAfterwards } from './open-towns.ts'
import { at, settledTown, testVault, townOver } from './settled-town.ts'
import { freshStore } from './store.ts'

export { years } from './settled-town.ts'

/** A town in one call: a district, a street, two communities, four organisations, and everyone who sits anywhere. */
export async function world() {
  const { store, url, close } = await freshStore(settledTown)
  closeAfterwards(close)
  const clock = standingClock(at)
  const files = memoryFiles(() => clock.now().getTime())
  return townOver({ store, url, clock, files, vault: testVault() })
}
export type Town = Awaited<ReturnType<typeof world>>
