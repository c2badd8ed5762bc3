import { eq } from 'drizzle-orm'
import { persons } from '#db/schema/index.ts'
import { makeComplaint } from '#domain/deliver/care/complain.ts'
import { accepted, asks, careTown, granted, visited } from '../../support/care.ts'
import type { Tell } from './stop.ts'

/** An old woman cared for at home: a visit of the day, one complained of; another old woman not assessed yet. */
export const cared: Tell = async (town) => {
  const care = await careTown(town)
  const careId = await granted(town, care)
  const old = { ageBand: '80+' as const }
  await town.transact((tx) => tx.update(persons).set(old).where(eq(persons.id, 'resident2')))
  const { id: waits } = await asks(town, care.frameworkId, 'resident2', { personId: 'resident2' })
  await accepted(town, care, careId, { wishedOn: '2026-04-10', hour: '15:00' })
  const orderId = await visited(town, care, careId)
  const words = '只洗了一半就走了'
  const { id: complaint } = await makeComplaint(town.as('resident6'), { orderId, words })
  return [
    { who: 'station', path: `/care/${waits}/assess` },
    { who: 'aide1', path: '/care/route' },
    ...['editor1', 'resident6'].map((who) => ({ who, path: `/care/complaints/${complaint}` })),
  ]
}
