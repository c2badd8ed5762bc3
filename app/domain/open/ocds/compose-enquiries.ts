import { and, asc, desc, eq, isNotNull } from 'drizzle-orm'
import { amendments, questions } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import { masked } from '../../masked-words.ts'
import type { Process } from './find-process.ts'
import { labels } from './labels-data.ts'
import { instantOf, type Json, known } from './words.ts'

/** 询问: the words and the answer, never who asked. */
export async function enquiriesOf(db: Reader, tenderId: string) {
  const rows = await db
    .select()
    .from(questions)
    .where(and(eq(questions.tenderId, tenderId), isNotNull(questions.answeredAt)))
    .orderBy(asc(questions.createdAt), asc(questions.id))
  const enquiries = rows.map((q) =>
    known({
      id: q.id,
      date: instantOf(q.createdAt),
      description: masked(q.words),
      answer: masked(q.answer),
      dateAnswered: instantOf(q.answeredAt),
    }),
  )
  return { hasEnquiries: enquiries.length > 0, enquiries }
}

/** The change this release tells of, with the release it changes. */
export async function amendmentOf(db: Reader, p: Process, releaseId: string): Promise<Json[]> {
  const [last] = await db
    .select()
    .from(amendments)
    .where(and(eq(amendments.tenderId, p.tender!.id), eq(amendments.state, 'published')))
    .orderBy(desc(amendments.publishedAt), desc(amendments.ordinal))
    .limit(1)
  if (!last) return []
  const told = `${labels.field}：${last.field}；${last.was} → ${last.now}`
  const before = p.before.findLast((r) => r.tags.some((tag) => tag.startsWith('tender')))
  return [
    known({
      id: String(last.ordinal),
      date: instantOf(last.publishedAt),
      description: told,
      rationale: last.reason,
      amendsReleaseID: before?.id,
      releaseID: releaseId,
    }),
  ]
}
