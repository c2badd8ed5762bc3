import { expect } from 'vitest'
import { issuePaper } from '#domain/open/papers/issue-paper.ts'
import type { PrintoutKind } from '#domain/open/papers/paper-content.ts'
import { verifyPaper } from '#domain/open/papers/verify-paper.ts'
import type { Town } from './world.ts'

/** A paper of this matter is given its number by somebody who may, and is genuine to whoever asks. */
export async function genuinePaper(town: Town, who: string | null, kind: PrintoutKind, subject: string) {
  const { hash } = await issuePaper(town.as(who), { kind, subject })
  const told = await verifyPaper(town.as(null), hash)
  expect(told).toMatchObject({ kind, stands: 'same' })
  return told!
}
