/** Where the bytes of documents lie, by their hash. */
export type Files = {
  put: (bytes: Buffer) => Promise<{ sha256: string; size: number }>
  get: (sha256: string) => Promise<Buffer | null>
  /** The same bytes a piece at a time, for what is large; nothing where there are none. */
  parts: (sha256: string) => AsyncIterable<Uint8Array>
  /** Hashes of bytes that were last put before then. */
  olderThan: (then: Date) => Promise<string[]>
  /** Removes bytes, unless they were put again since. */
  drop: (sha256: string, then: Date) => Promise<void>
}
