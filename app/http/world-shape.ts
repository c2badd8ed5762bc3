import type { Log } from './log.server.ts'

/** What the server needs of the opened world: its data version, its health, its end. */
export type World = {
  version(): string
  ready(): Promise<void>
  close(): Promise<void>
} & Record<string, unknown>

/** What every loader and action receives beside the request. */
export type LoadContext = { world: World; nonce: string; requestId: string; address: string; log: Log }
