/** Where the bytes of documents lie, by their hash. */
export type Files = {
  put: (bytes: Buffer) => Promise<{ sha256: string; size: number }>
  get: (sha256: string) => Promise<Buffer | null>
}
