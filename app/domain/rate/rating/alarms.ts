import type { ratingAlarms } from '#db/vocabulary.ts'

export type AlarmKind = (typeof ratingAlarms)[number]
/** One rating as the alarms see it: whose, how much, in which words, by whose hand. */
export type Heard = {
  contractId: string
  supplierId: string
  /** Who was served, by account or telephone; null: known to the project only. */
  who: string | null
  level: number
  words: string | null
  at: number
  enteredBy: string | null
}
export type Limits = {
  drift: number
  days: number
  alike: number
  oneHand: number
  least: number
  spread: number
}
/** A signal for a person to look at, with its figures; never a verdict, and no score moves by it. */
export type Alarm = { kind: AlarmKind; subject: string; figures: Record<string, number> }

const DAY = 86_400_000
const mean = (all: readonly Heard[]) => all.reduce((sum, r) => sum + r.level, 0) / all.length
const tenth = (x: number) => Math.round(x * 10) / 10

/** 漂移: the last days of a contract against all before, where both are many and the gap is no chance. */
function driftOf(rows: readonly Heard[], limits: Limits, now: number): Alarm[] {
  const contractId = rows[0]!.contractId
  const since = now - limits.days * DAY
  const [late, early] = [rows.filter((r) => r.at >= since), rows.filter((r) => r.at < since)]
  if (late.length < limits.least || early.length < limits.least) return []
  const gap = mean(late) - mean(early)
  const chance = 1.96 * limits.spread * Math.sqrt(1 / late.length + 1 / early.length)
  if (Math.abs(gap) < limits.drift || Math.abs(gap) <= chance) return []
  const figures = {
    was: tenth(mean(early)),
    now: tenth(mean(late)),
    before: early.length,
    after: late.length,
  }
  return [{ kind: 'drift', subject: contractId, figures }]
}

const plain = (words: string | null) => (words ?? '').replace(/[\s\p{P}]/gu, '').toLowerCase()
/** 雷同: the same words, of six characters or more, for one organisation. */
function sameWords(rows: readonly Heard[], { alike }: Limits): Alarm[] {
  const said = Map.groupBy(
    rows.filter((r) => plain(r.words).length >= 6),
    (r) => plain(r.words),
  )
  const most = Math.max(0, ...[...said.values()].map((same) => same.length))
  return most >= alike ? [{ kind: 'same_words', subject: rows[0]!.supplierId, figures: { n: most } }] : []
}

/** 一手代录: one clerk wrote down at least half of a contract's ratings, every one the same. */
function oneHand(rows: readonly Heard[], limits: Limits): Alarm[] {
  const hands = Map.groupBy(
    rows.filter((r) => r.enteredBy),
    (r) => r.enteredBy!,
  )
  const found = [...hands.values()].find(
    (same) =>
      same.length >= limits.oneHand &&
      same.length * 2 >= rows.length &&
      new Set(same.map((r) => r.level)).size === 1,
  )
  const figures = { n: found?.length ?? 0, of: rows.length, level: found?.[0]?.level ?? 0 }
  return found ? [{ kind: 'one_hand', subject: rows[0]!.contractId, figures }] : []
}

/** 同捧同压: the same people gave one organisation five and another two or less. */
function rings(rows: readonly Heard[], { alike }: Limits): Alarm[] {
  const pairs = new Map<string, number>()
  for (const mine of Map.groupBy(
    rows.filter((r) => r.who),
    (r) => r.who!,
  ).values()) {
    const up = new Set(mine.filter((r) => r.level === 5).map((r) => r.supplierId))
    const down = new Set(mine.filter((r) => r.level <= 2).map((r) => r.supplierId))
    for (const one of up)
      for (const other of down)
        if (one !== other) pairs.set(`${one}~${other}`, (pairs.get(`${one}~${other}`) ?? 0) + 1)
  }
  return [...pairs]
    .filter(([, n]) => n >= alike)
    .map(([subject, n]) => ({ kind: 'ring', subject, figures: { n } }))
}

/** 评价预警: every signal that stands in these ratings now. */
export function alarmsIn(rows: readonly Heard[], limits: Limits, now: Date): Alarm[] {
  const byContract = [...Map.groupBy(rows, (r) => r.contractId).values()]
  const bySupplier = [...Map.groupBy(rows, (r) => r.supplierId).values()]
  return [
    ...byContract.flatMap((some) => driftOf(some, limits, now.getTime())),
    ...byContract.flatMap((some) => oneHand(some, limits)),
    ...bySupplier.flatMap((some) => sameWords(some, limits)),
    ...rings(rows, limits),
  ]
}
