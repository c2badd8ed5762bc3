import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findSuggestion } from './find-suggestion.ts'
import { voiceKinds } from './keep-evidence.ts'

/** A photograph or the recording of an ask, for whose turn it is; everybody else is refused. */
export async function readSent(ctx: Context, refNo: string, file: string) {
  const asked = await findSuggestion(ctx.db, refNo)
  authorize(ctx.actor, 'suggestion.read', asked)
  const spoken = file === 'voice'
  const hash = spoken ? asked.voice : /^[1-9]$/.test(file) ? (asked.photos ?? [])[Number(file) - 1] : null
  const bytes = hash ? await ctx.files.get(hash) : null
  if (!bytes) throw new Refusal('missing', 'ask-file')
  const mime = spoken ? (asked.voiceMime ?? 'application/octet-stream') : 'image/jpeg'
  const ending = spoken ? (voiceKinds[mime] ?? 'bin') : 'jpg'
  return { bytes, mime: mime.split(';')[0]!, name: `${refNo}-${file}.${ending}`, spoken }
}
