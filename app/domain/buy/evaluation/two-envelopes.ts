import type { Reader } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { differences } from './differences.ts'
import { findPanel, scoresOf } from './find-panel.ts'
import { openedOf, stillIn } from './opened.ts'
import { refuseAltered } from './sheets.ts'

/** 质量分没有核对一致，价格信封不开: the facts are the same on every locked sheet, and no sheet was touched, before a price can be seen. */
export async function refuseUnsettledQuality(db: Reader, tenderId: string) {
  const panel = await findPanel(db, tenderId)
  const given = await scoresOf(db, tenderId)
  refuseAltered(panel, given)
  const valid = stillIn(await openedOf(db, tenderId))
  if (differences(panel.call.criteria, valid, given).length > 0)
    throw new Refusal('conflict', 'facts-differ-still')
}
