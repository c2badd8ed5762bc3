import type { World } from '#app/world.server.ts'
import type { Log } from './log.server.ts'

export type { World }

/** What every loader and action receives beside the request. */
export type LoadContext = { world: World; nonce: string; requestId: string; address: string; log: Log }
