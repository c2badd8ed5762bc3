import type { Vault } from '#app/ports/vault.ts'

/** 服务码 of one person served: six digits on a card, by which he ticks himself in without an account. */
export const serviceCode = (
  vault: Pick<Vault, 'keyed'>,
  { id, contractId }: { id: string; contractId: string },
) =>
  String(
    Buffer.from(vault.keyed('service-code', `${contractId}:${id}`), 'base64url').readUInt32BE(0) % 1_000_000,
  ).padStart(6, '0')
