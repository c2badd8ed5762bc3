import { eq } from 'drizzle-orm'
import { serviceUsers } from '#db/schema/index.ts'
import { addServiceUser } from '#domain/deliver/diary/add-service-user.ts'
import type { activityKinds } from '#domain/deliver/diary/forms.ts'
import { recordActivity } from '#domain/deliver/diary/record-activity.ts'
import { personOf } from './base.ts'
import { inBatches } from './batch.ts'
import { nameFrom, phoneOf } from './neighbours.ts'
import { later, seeded } from './seeded.ts'
import type { Story } from './story.ts'
import { workersOf } from './tell-bids.ts'
import type { Service } from './tell-contracts.ts'

export type Served = {
  users: number
  /** Residents of the demo among them, who may speak for themselves. */
  known?: readonly string[]
  entries: number
  personTimes: number
  kind: (typeof activityKinds)[number]
  titles: readonly string[]
  words: string
  minutes: number
  from: string
  to: string
  /** Nothing is named of people in a sensitive condition. */
  numbered?: boolean
}

async function addUsers(story: Story, { contractId, supplierId, told }: Service, served: Served) {
  const chance = seeded(`users:${told.id}`)
  const known = (served.known ?? []).map((ref) => story.district.residents.find((r) => r.id === ref)!)
  const minute = (n: number) => String(Math.floor((n * 60) / served.users)).padStart(2, '0')
  const editor = (n: number) => story.sit('org_editor', supplierId, `${served.from} 08:${minute(n)}`)
  for (const r of known)
    await addServiceUser(editor(0), {
      contractId,
      label: r.displayName,
      phone: phoneOf(story.district, r.id),
    })
  const rest = Array.from({ length: served.users - known.length }, (_, i) =>
    served.numbered
      ? `服务对象 ${String(i + 1).padStart(2, '0')}`
      : `${nameFrom(chance)}（${String(i + 1).padStart(3, '0')}）`,
  )
  await inBatches(rest, (label, i) => addServiceUser(editor(i), { contractId, label, phone: undefined }))
}

/** Days spread over the term, the last one near its end. */
function daysOf({ entries, from, to }: Served): string[] {
  const span = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  return Array.from({ length: entries }, (_, i) =>
    later(from, Math.round((span * i) / Math.max(1, entries - 1))),
  )
}

/** 服务名单 and the diary as far as `served` goes. */
export async function tellServices(story: Story, service: Service, served: Served) {
  await addUsers(story, service, served)
  return tellDiary(story, service, served)
}

/** Who writes the diary of an evening: its own social worker, or its editor where the worker is another's. */
function writerOf(story: Story, supplierId: string) {
  const worker = personOf(story.district, workersOf(story, supplierId)[0]!)
  const employed = story.district.socialWorkers.some(
    (w) => personOf(story.district, w.id) === worker && w.employerId === supplierId,
  )
  return (day: string) => story.sit(employed ? 'social_worker' : 'org_editor', supplierId, `${day} 19:00`)
}

/** 服务日志: entries whose person-times are the file's, everyone on the list having come at least once. */
export async function tellDiary(story: Story, service: Service, served: Served) {
  const { contractId, supplierId, told } = service
  const ids = (
    await story.store.db.select().from(serviceUsers).where(eq(serviceUsers.contractId, contractId))
  ).map((u) => u.id)
  const by = writerOf(story, supplierId)
  const days = daysOf(served)
  const base = Math.floor(served.personTimes / days.length)
  const more = served.personTimes - base * days.length
  await inBatches(days, (heldOn, i) => {
    const n = base + (i < more ? 1 : 0)
    const came = Array.from(
      { length: Math.min(n, ids.length, 40) },
      (_, k) => ids[(i * 37 + k) % ids.length]!,
    )
    return recordActivity(by(heldOn), {
      contractId,
      kind: served.kind,
      heldOn,
      title: served.titles[i % served.titles.length]!,
      words: served.words,
      minutes: served.minutes,
      personTimes: n,
      came: [...new Set(came)],
      another: 'yes',
    })
  })
  return { told, ids }
}
