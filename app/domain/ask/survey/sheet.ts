import { and, eq } from 'drizzle-orm'
import { sha256, type Vault } from '#app/ports/vault.ts'
import { surveyBatches, surveySheets } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import { Refusal } from '../../refusal.ts'
import { codeHashOf, readSlipCode } from '../vote/slip-code.ts'

const alphabet = '3479ACDEFGHJKLMNPQRTUWXY'
const LENGTH = 9

/** 问卷码: made from the server's own secret, so that a sheet can be printed again and the database holds no code. */
export function sheetCode(vault: Vault, surveyId: string, no: number): string {
  let rest = BigInt(`0x${sha256(vault.keyed('survey-sheet', `${surveyId}:${no}`))}`)
  return Array.from({ length: LENGTH }, () => {
    const letter = alphabet[Number(rest % 24n)]!
    rest /= 24n
    return letter
  }).join('')
}

export type Sheet = { id: string; no: number; used: boolean; gridId: string | null }
const sheetWhere = async (db: Reader, surveyId: string, is: ReturnType<typeof eq>) => {
  const [found] = await db
    .select({
      id: surveySheets.id,
      no: surveySheets.no,
      used: surveySheets.used,
      gridId: surveyBatches.gridId,
    })
    .from(surveySheets)
    .innerJoin(surveyBatches, eq(surveyBatches.id, surveySheets.batchId))
    .where(and(eq(surveySheets.surveyId, surveyId), is))
  return found ?? null
}

/** The sheet whose code a resident typed. */
export async function sheetByCode(db: Reader, vault: Vault, surveyId: string, typed: string): Promise<Sheet> {
  const code = readSlipCode(typed)
  const found =
    code && (await sheetWhere(db, surveyId, eq(surveySheets.codeHash, codeHashOf(vault, surveyId, code))))
  if (!found) throw new Refusal('invalid', 'survey-sheet-unknown')
  return found
}

/** The sheet of that number, as staff read it off the paper. */
export async function sheetByNo(db: Reader, surveyId: string, no: number): Promise<Sheet> {
  const found = await sheetWhere(db, surveyId, eq(surveySheets.no, no))
  if (!found) throw new Refusal('invalid', 'survey-sheet-no', { no })
  return found
}

/** A sheet counts once; which answer it became, and when, is written nowhere. */
export async function spendSheet(tx: Tx, sheetId: string) {
  const used = await tx
    .update(surveySheets)
    .set({ used: true })
    .where(and(eq(surveySheets.id, sheetId), eq(surveySheets.used, false)))
    .returning({ id: surveySheets.id })
  if (used.length === 0) throw new Refusal('conflict', 'survey-sheet-used')
}
