import type { Context } from '#domain/context.ts'
import { addressOf } from './address.server.ts'

/**
 * 递交时的设备和网络, as a word that only tells same from other within one call: a keyed hash of the call, the network
 * address and what the browser calls itself. Neither can be read back from it, nor two calls compared.
 */
export const sentFromOf = ({ vault }: Pick<Context, 'vault'>, request: Request, tenderId: string) =>
  vault.keyed(
    'sent from',
    JSON.stringify([tenderId, addressOf(request), request.headers.get('user-agent') ?? '']),
  )
