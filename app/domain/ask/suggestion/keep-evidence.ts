import { kindOf } from '#app/ports/file-kind.ts'
import { cleanPhoto } from '#app/ports/photos.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'

export const PHOTOS = 3
export const VOICE_BYTES = 4 * 1024 * 1024
/** What telephones record in, by their first bytes, and the ending a file of it is saved under. */
export const voiceKinds: Readonly<Record<string, string>> = {
  'audio/mp4': 'm4a',
  'audio/x-m4a': 'm4a',
  'video/mp4': 'm4a',
  'video/3gpp': '3gp',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/ogg; codecs=opus': 'ogg',
  'audio/opus': 'ogg',
  'video/webm': 'webm',
  'audio/wav': 'wav',
  'audio/vnd.wave': 'wav',
  'audio/aac': 'aac',
  'audio/amr': 'amr',
}

export type Sent = { photos?: readonly Buffer[]; voice?: Buffer | null }

/** Keeps what was sent with an ask: photographs made new without place or camera, and a recording if it is one. */
export async function keepSent(ctx: Context, { photos = [], voice = null }: Sent) {
  if (photos.length > PHOTOS) throw new Refusal('invalid', 'photos-too-many')
  const clean: Buffer[] = []
  for (const bytes of photos) {
    const made = await cleanPhoto(bytes)
    if (!made) throw new Refusal('invalid', 'photo-not-a-picture')
    clean.push(made)
  }
  const spoken = voice ? await recordingIn(voice) : null
  const kept: string[] = []
  for (const bytes of clean) kept.push((await ctx.files.put(bytes)).sha256)
  return {
    photos: kept,
    voice: voice && spoken ? (await ctx.files.put(voice)).sha256 : null,
    voiceMime: spoken,
  }
}

/** A recording by itself, where it is one. */
export async function keepRecording(ctx: Context, bytes: Buffer) {
  const mime = await recordingIn(bytes)
  return { ...(await ctx.files.put(bytes)), mime }
}

async function recordingIn(bytes: Buffer): Promise<string> {
  if (bytes.length > VOICE_BYTES) throw new Refusal('invalid', 'voice-too-long')
  const kind = await kindOf(bytes)
  if (!Object.hasOwn(voiceKinds, kind)) throw new Refusal('invalid', 'voice-not-a-recording')
  return kind
}
