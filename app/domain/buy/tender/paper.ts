import { kindOf } from '#app/ports/file-kind.ts'
import { withoutTraces } from '#app/ports/photos.ts'
import { sha256 } from '#app/ports/vault.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'

export const mostBytes = 5 * 1024 * 1024
/** What may be uploaded in a purchase, told by its first bytes and never by its name. */
const kinds: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
}
export type Upload = { name: string; bytes: Buffer }

const plainName = (name: string, kind: string) => {
  const stem = name
    .normalize('NFC')
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}\\/:*?"<>|]/gu, '')
    .trim()
    .slice(0, 60)
  return `${stem || 'file'}.${kind}`
}

/** The name and the kind a file claims, where its bytes cannot be read yet; refused unless a purchase takes such files. */
export function nameOf(name: string) {
  const claimed = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  const mime = Object.keys(kinds).find((one) => kinds[one] === (claimed === 'jpeg' ? 'jpg' : claimed))
  if (!mime) throw new Refusal('invalid', 'file-kind')
  return { mime, name: plainName(name, kinds[mime]!) }
}

/** An uploaded file as it may be kept: its kind from its bytes, a name without tricks, its fingerprint. */
export async function readPaper({ name, bytes }: Upload) {
  if (bytes.length === 0 || bytes.length > mostBytes) throw new Refusal('invalid', 'file-too-large')
  const mime = await kindOf(bytes)
  const kind = Object.hasOwn(kinds, mime) ? kinds[mime] : undefined
  if (!kind) throw new Refusal('invalid', 'file-kind')
  return { mime, name: plainName(name, kind), size: bytes.length, hash: sha256(bytes) }
}
export type Paper = Awaited<ReturnType<typeof readPaper>>

/** A file that everybody will read, put on the shelf: of a picture the place and the camera are left out (个人信息保护法 第六条). */
export async function shelvePublic(
  { files }: Pick<Context, 'files'>,
  { name, bytes }: Upload,
): Promise<Paper> {
  await readPaper({ name, bytes })
  const plain = await withoutTraces(bytes)
  if (!plain) throw new Refusal('invalid', 'file-kind')
  const paper = await readPaper({ name, bytes: plain })
  await files.put(plain)
  return paper
}
