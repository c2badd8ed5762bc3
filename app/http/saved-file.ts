/** A file that is always saved, never shown inside a page, under a name that says nothing. */
export const savedFile = ({
  bytes,
  mime,
  hash,
  name,
}: {
  bytes: Buffer
  mime: string
  hash: string
  name: string
}) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mime,
      'Content-Disposition': `attachment; filename="${hash.slice(0, 8)}.${name.split('.').at(-1)}"`,
      'Cache-Control': 'private, no-store',
    },
  })
