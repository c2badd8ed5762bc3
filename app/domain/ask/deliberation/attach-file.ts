import { and, eq } from 'drizzle-orm'
import { cleanPhoto } from '#app/ports/photos.ts'
import { meetingFiles } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findMeeting } from './find-meeting.ts'
import { recording } from './record-resolution.ts'

const mostBytes = 5 * 1024 * 1024
const mostFiles = 8
type Kept = { bytes: Buffer; mime: string; ending: string }

/** What may be attached, told by its first bytes: a paper as PDF, a photograph, which is made new without its place and camera. */
async function kept(bytes: Buffer): Promise<Kept> {
  if (bytes.length === 0 || bytes.length > mostBytes) throw new Refusal('invalid', 'file-too-large')
  const { fileTypeFromBuffer } = await import('file-type')
  const type = await fileTypeFromBuffer(bytes)
  if (type?.mime === 'application/pdf') return { bytes, mime: type.mime, ending: 'pdf' }
  const photo = await cleanPhoto(bytes)
  if (!photo) throw new Refusal('invalid', 'file-kind')
  return { bytes: photo, mime: 'image/jpeg', ending: 'jpg' }
}
const stem = (name: string) =>
  name
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}\\/:*?"<>|]/gu, '')
    .trim()
    .slice(0, 40) || 'file'

type Attach = { meetingId: string; name: string; bytes: Buffer; open: boolean }
/** Puts a paper beside the minutes: open to everybody with them, or closed (a signed sheet). */
export async function attachFile(ctx: Context, { meetingId, name, bytes, open }: Attach) {
  authorize(ctx.actor, 'meeting.record', await findMeeting(ctx.db, meetingId))
  const file = await kept(bytes)
  const { sha256, size } = await ctx.files.put(file.bytes)
  return ctx.transact(async (tx) => {
    await recording(tx, ctx, meetingId)
    const mine = eq(meetingFiles.meetingId, meetingId)
    if ((await tx.$count(meetingFiles, mine)) >= mostFiles)
      throw new Refusal('invalid', 'too-many-files', { n: mostFiles })
    const row = { meetingId, sha256, size, mime: file.mime, name: `${stem(name)}.${file.ending}`, open }
    await tx.insert(meetingFiles).values({ ...row, createdAt: ctx.clock.now() })
    await record(tx, ctx, 'meeting.attach', { subject: meetingId }, { open })
    return { id: meetingId }
  })
}

/** The bytes of one paper: an open one once the minutes are out, any for whoever keeps the meeting's file. */
export async function readFile(ctx: Context, { meetingId, fileId }: { meetingId: string; fileId: string }) {
  const was = await findMeeting(ctx.db, meetingId)
  const own = and(eq(meetingFiles.id, fileId), eq(meetingFiles.meetingId, meetingId))
  const [found] = await ctx.db.select().from(meetingFiles).where(own)
  const published = found?.open && was.publishedAt !== null
  if (!found || (!published && !may(ctx.actor, 'meeting.read', was)))
    throw new Refusal('missing', 'file-missing')
  const bytes = await ctx.files.get(found.sha256)
  if (!bytes) throw new Refusal('missing', 'file-missing')
  return { bytes, mime: found.mime, hash: found.sha256, name: found.name }
}
