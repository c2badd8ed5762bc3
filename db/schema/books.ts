import { sql } from 'drizzle-orm'
import { check, fen, instant, int, json, key, table, text, uniqueIndex } from '../dialect.ts'
import type { Fen } from '../vocabulary.ts'
import { parties } from './who.ts'

/** 年度报告: what a body says of its year; corrected by a later version, never overwritten. */
export const yearStatements = table(
  'year_statement',
  {
    id: key(),
    partyId: text()
      .notNull()
      .references(() => parties.id),
    year: int().notNull(),
    version: int().notNull(),
    /** 收入 from outside this house: membership, services, gifts received elsewhere. */
    otherIncome: fen().notNull(),
    otherGifts: fen().notNull(),
    /** 业务活动成本 by project, and of everything else it did. */
    spent: json<Array<{ planId: string; amount: Fen }>>().notNull(),
    otherService: fen().notNull(),
    management: fen().notNull(),
    fundraising: fen().notNull(),
    otherCosts: fen().notNull(),
    giftsSpent: fen().notNull(),
    giftUse: text().notNull(),
    auditor: text(),
    auditNo: text(),
    filedBy: text().notNull(),
    filedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('year_statement_version').on(t.partyId, t.year, t.version),
    check('year_statement_management', sql`${t.management} >= 0`),
  ],
)
