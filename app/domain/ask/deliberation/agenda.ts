import { eq } from 'drizzle-orm'
import { hallTopics, meetingItems } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import { struck } from '../../masked-words.ts'
import { move } from '../../move.ts'
import { Refusal } from '../../refusal.ts'
import { findNeed, isPublic } from '../need/find-need.ts'
import { itemsOf } from './find-meeting.ts'
import { findTopic } from './find-topic.ts'
import { topic } from './topic-machine.ts'

type Agenda = { topicIds: readonly string[]; needIds: readonly string[]; lines: readonly string[] }
type Of = { id: string; communityId: string }

async function topicItem(tx: Tx, communityId: string, topicId: string) {
  const t = await findTopic(tx, topicId)
  if (t.communityId !== communityId) throw new Refusal('conflict', 'topic-elsewhere')
  if (t.state !== 'posted') throw new Refusal('conflict', 'topic-not-open')
  return { title: t.title, topicId, needId: t.needId }
}
async function needItem(tx: Tx, communityId: string, needId: string) {
  const need = await findNeed(tx, needId)
  if (!isPublic(need)) throw new Refusal('conflict', 'need-not-public')
  if (need.communityId !== communityId) throw new Refusal('conflict', 'need-elsewhere')
  return { title: need.title, topicId: null, needId }
}

/** Writes the agenda anew: topics first, then needs, then what the committee adds. */
export async function writeAgenda(tx: Tx, meeting: Of, { topicIds, needIds, lines }: Agenda) {
  const items: Array<{ title: string; topicId: string | null; needId: string | null }> = []
  for (const id of new Set(topicIds)) items.push(await topicItem(tx, meeting.communityId, id))
  const named = new Set(items.map((i) => i.needId))
  for (const id of new Set(needIds))
    if (!named.has(id)) items.push(await needItem(tx, meeting.communityId, id))
  items.push(...lines.map((title) => ({ title: struck(title), topicId: null, needId: null })))
  await tx.delete(meetingItems).where(eq(meetingItems.meetingId, meeting.id))
  await tx
    .insert(meetingItems)
    .values(items.map((item, at) => ({ ...item, meetingId: meeting.id, ordinal: at + 1 })))
}

/** Takes an agenda over from a meeting that could decide nothing; its topics stay scheduled. */
export async function copyAgenda(tx: Tx, from: string, to: string) {
  const items = await itemsOf(tx, from)
  await tx.insert(meetingItems).values(items.map(({ id: _id, ...item }) => ({ ...item, meetingId: to })))
}

/** Puts the topics of an agenda on the calendar; one already taken elsewhere stops the call. */
export async function scheduleTopics(tx: Tx, meeting: { id: string; againOf: string | null }) {
  const items = await itemsOf(tx, meeting.id)
  const before = meeting.againOf ? await itemsOf(tx, meeting.againOf) : []
  const kept = new Set(before.map((i) => i.topicId))
  for (const { topicId } of items)
    if (topicId && !kept.has(topicId)) {
      const was = await findTopic(tx, topicId)
      if (was.state !== 'posted') throw new Refusal('conflict', 'topic-not-open')
      await move(tx, hallTopics, topic, was, 'schedule')
    }
  return items
}

/** Gives the topics of a cancelled meeting back to the list. */
export async function releaseTopics(tx: Tx, meetingId: string) {
  for (const { topicId } of await itemsOf(tx, meetingId))
    if (topicId) {
      const was = await findTopic(tx, topicId)
      if (was.state === 'scheduled') await move(tx, hallTopics, topic, was, 'release')
    }
}
