import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { cleanPhoto } from '#app/ports/photos.ts'
import { files } from '#db/schema/index.ts'
import type { Reader, Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { mustHaveRoom } from '../../file-room.ts'
import { Refusal } from '../../refusal.ts'

const most = 3
/** Up to three photographs of 8 MB each, as a form sends them. */
export const photosField = z
  .array(z.instanceof(File))
  .default([])
  .transform((all) => all.filter((file) => file.size > 0))
  .refine((all) => all.length <= most, 'form.diary.photos')
  .refine((all) => all.every((file) => file.size <= 8 * 1024 * 1024), 'form.diary.photo-size')

export type KeptPhoto = { sha256: string; size: number }

/** Photographs made new, so that nothing but the picture is kept; what is no picture is refused. */
export async function keepPhotos(ctx: Context, photos: readonly Buffer[]): Promise<KeptPhoto[]> {
  if (photos.length > most) throw new Refusal('invalid', 'photos-too-many')
  const kept: KeptPhoto[] = []
  for (const bytes of photos) {
    const clean = await cleanPhoto(bytes)
    if (!clean) throw new Refusal('invalid', 'photo-not-a-picture')
    kept.push(await ctx.files.put(clean))
  }
  return kept
}

/** Writes down whose photographs they are and what they show; never public. */
export async function shelvePhotos(
  tx: Tx,
  ctx: Context,
  of: { ownerId: string; subject: string },
  photos: readonly KeptPhoto[],
) {
  if (photos.length === 0) return
  await mustHaveRoom(
    tx,
    of.ownerId,
    photos.reduce((all, photo) => all + photo.size, 0),
  )
  const about = { ...of, mime: 'image/jpeg', isPublic: false, createdAt: ctx.clock.now() }
  await tx.insert(files).values(photos.map((photo, i) => ({ ...about, ...photo, name: `${i + 1}.jpg` })))
}

/** The photographs of some entries or visits, by what they show. */
export const photosOf = (db: Reader, subjects: readonly string[]) =>
  db
    .select({ id: files.id, subject: files.subject })
    .from(files)
    .where(
      and(inArray(files.subject, subjects.length > 0 ? [...subjects] : ['']), eq(files.mime, 'image/jpeg')),
    )

/** The bytes of one photograph of a visit, once the reader is known to be one. */
export async function photoBytes(ctx: Context, { subject, fileId }: { subject: string; fileId: string }) {
  const [found] = await ctx.db
    .select({ sha256: files.sha256 })
    .from(files)
    .where(and(eq(files.id, fileId), eq(files.subject, subject)))
  const bytes = found ? await ctx.files.get(found.sha256) : null
  if (!bytes) throw new Refusal('missing', 'photo-missing')
  return bytes
}
