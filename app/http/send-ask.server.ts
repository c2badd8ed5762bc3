import { askDraftCookie } from './ask-draft.server.ts'
import { sentProof, withProof } from './own-ask.server.ts'

type Files = { photos: readonly File[]; voice?: File | undefined }
const bytesOf = async (file: File) => Buffer.from(await file.arrayBuffer())
/** The bytes that came with an ask; what the browser called them is never believed. */
export const sentIn = async ({ photos, voice }: Files) => ({
  photos: await Promise.all(photos.map(bytesOf)),
  voice: voice ? await bytesOf(voice) : null,
})

/** Takes the draft away, and lets this browser see the code once and its own words for half an hour. */
export async function afterSending(request: Request, done: { refNo: string; proof: string }) {
  const headers = new Headers(askDraftCookie(request, null))
  headers.append('Set-Cookie', await sentProof(done.refNo, done.proof, request))
  const own = new Headers(await withProof(done, request)).get('Set-Cookie')
  if (own) headers.append('Set-Cookie', own)
  return headers
}
