/** What a file is by its own first bytes, whatever it was called; '' when they say nothing. The reader is loaded at the first file. */
export async function kindOf(bytes: Uint8Array): Promise<string> {
  const { fileTypeFromBuffer } = await import('file-type')
  return (await fileTypeFromBuffer(bytes))?.mime ?? ''
}
