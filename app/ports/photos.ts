import { kindOf } from './file-kind.ts'

const pictures = new Set(['image/jpeg', 'image/png', 'image/webp'])

/**
 * Makes a photograph new: turned upright, at most 1600 px, JPEG, and nothing in it but the picture (no place, no
 * camera, no time). Null for bytes that are no picture, whatever they were called.
 */
export async function cleanPhoto(bytes: Buffer): Promise<Buffer | null> {
  if (!pictures.has(await kindOf(bytes))) return null
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(bytes, { limitInputPixels: 60_000_000 })
      .rotate()
      .resize({ width: 1600, height: 1600, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer()
  } catch {
    return null
  }
}

/** A picture of a paper or a place as it was sent, readable to the last line, but for what its camera wrote into it; null for bytes that are no picture. Other files stay as they are. */
export async function withoutTraces(bytes: Buffer): Promise<Buffer | null> {
  if (!pictures.has(await kindOf(bytes))) return bytes
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(bytes, { limitInputPixels: 60_000_000 }).rotate().toBuffer()
  } catch {
    return null
  }
}
