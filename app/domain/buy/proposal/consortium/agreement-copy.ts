import { and, eq, isNull } from 'drizzle-orm'
import { files } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../../context.ts'
import { Refusal } from '../../../refusal.ts'
import { readPaper } from '../../tender/paper.ts'
import { openAttachment } from '../attachments.ts'
import type { Body } from '../body.ts'
import { type Proposal, readDraft } from '../find-proposal.ts'
import { allianceOf } from './answer-alliance.ts'
import { partnersOf } from './terms.ts'

const name = 'agreement'
type Owner = { tenderId: string; supplierId: string }
const purpose = ({ tenderId, supplierId }: Owner, hash: string) => `${name} ${tenderId} ${supplierId} ${hash}`

/** 联合体协议 for those who sign it: under the server's key like the draft, since the attachment itself is sealed to everybody. */
export async function putCopy(ctx: Context, owner: Owner, { hash, bytes }: { hash: string; bytes: Buffer }) {
  const sealed = Buffer.from(ctx.vault.seal(purpose(owner, hash), bytes.toString('base64')))
  const { sha256 } = await ctx.files.put(sealed)
  return { sha256, size: sealed.length }
}
export type Copy = Awaited<ReturnType<typeof putCopy>>

const living = (proposalId: string) =>
  and(eq(files.subject, proposalId), eq(files.name, name), isNull(files.droppedAt))

/** It lasts as long as the draft: sent, opened, replaced or dissolved, and the parties' copy goes. */
export const dropCopies = (tx: Tx, ctx: Context, proposalId: string) =>
  tx.update(files).set({ droppedAt: ctx.wall.now() }).where(living(proposalId))

export async function keepCopy(tx: Tx, ctx: Context, was: Pick<Proposal, 'id' | 'supplierId'>, copy: Copy) {
  await dropCopies(tx, ctx, was.id)
  const mime = 'application/octet-stream'
  const at = { ownerId: was.supplierId, subject: was.id, createdAt: ctx.clock.now() }
  await tx.insert(files).values({ ...copy, ...at, name, mime })
}

async function copyOf(ctx: Context, was: Proposal, { attachments, consortium }: Body) {
  const missing = new Refusal('missing', 'file-missing')
  const paper = attachments.find((a) => a.hash === consortium?.agreement)
  const [kept] = await ctx.db.select({ sha256: files.sha256 }).from(files).where(living(was.id))
  const sealed = paper && kept ? await ctx.files.get(kept.sha256) : null
  if (!paper || !sealed) throw missing
  const plain = ctx.vault.open(purpose(was, paper.hash), sealed.toString())
  const bytes = Buffer.from(plain, 'base64')
  return { ...(await readPaper({ name: paper.name, bytes })), bytes }
}

/** The paper a party's signer is asked to agree to; after the opening, the one that was sealed. */
export async function readAgreement(ctx: Context, memberId: string) {
  const { was, member } = await allianceOf(ctx.db, ctx, memberId, 'consortium.read')
  const opened = was.body as Body | null
  if (!opened) return copyOf(ctx, was, readDraft(ctx, was))
  const party = partnersOf(opened).some((p) => p.partyId === member.partyId)
  return openAttachment(ctx, ctx.db, was.id, (party && opened.consortium?.agreement) || '')
}
