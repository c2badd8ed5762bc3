import { index, int, json, key, oneOf, table, text, uniqueIndex } from '../dialect.ts'
import { communityKinds, placeLevels } from '../vocabulary.ts'

/** 区-街道-社区-网格: one tree; a duty at a level covers what lies below it. */
export const places = table(
  'place',
  {
    id: key(),
    code: text().notNull(),
    level: oneOf(placeLevels).notNull(),
    parentId: text(),
    name: text().notNull(),
    nameEn: text(),
    communityKind: oneOf(communityKinds),
    households: int(),
    population: int(),
    adults: int(),
    feature: text(),
    /** 办事电话: whom to telephone here, as it is printed. */
    phone: text(),
    profile: json<Record<string, unknown>>(),
  },
  (t) => [uniqueIndex('place_code').on(t.code), index('place_parent').on(t.parentId)],
)
