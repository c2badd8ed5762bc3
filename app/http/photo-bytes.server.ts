/** The bytes of photographs as a form sent them; what the browser called them is never believed. */
export const photoBytes = (files: readonly File[]) =>
  Promise.all(files.map(async (file) => Buffer.from(await file.arrayBuffer())))

const headers = {
  'Content-Type': 'image/jpeg',
  'Cache-Control': 'private, no-store',
  'Content-Disposition': 'inline',
}
/** One photograph for those who may see it: kept by nobody on the way. */
export const privatePhoto = (bytes: Buffer) => new Response(new Uint8Array(bytes), { headers })
