import { and, eq, inArray } from 'drizzle-orm'
import { challenges } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

/** 质疑处理期间: the award stands still while one of these is open. */
export const liveChallenges = (db: Reader, tenderId: string) =>
  db
    .select()
    .from(challenges)
    .where(and(eq(challenges.tenderId, tenderId), inArray(challenges.state, ['submitted', 'admitted'])))
