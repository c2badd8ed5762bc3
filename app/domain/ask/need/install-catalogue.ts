import { catalogueEntries } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { installDuties } from '../suggestion/install-duties.ts'
import { catalogueEntriesData } from './catalogue-data.ts'

/** Puts the first version of the guidance catalogue and of the responsibility list in place; what is there stays as it is. */
export async function installCatalogue(tx: Tx) {
  const rows = catalogueEntriesData.map((entry) => ({
    ...entry,
    version: 1,
    demo: true,
    source: '区级政府购买服务指导性目录（演示）',
  }))
  await tx.insert(catalogueEntries).values(rows).onConflictDoNothing()
  await installDuties(tx)
}
