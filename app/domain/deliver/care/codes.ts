import type { Vault } from '#app/ports/vault.ts'

const million = 1_000_000
/** Six digits from a keyed hash: nothing to store, nothing to guess them by. */
const digits = (vault: Pick<Vault, 'keyed'>, purpose: string, words: string) =>
  String(Buffer.from(vault.keyed(purpose, words), 'base64url').readUInt32BE(0) % million).padStart(6, '0')

/** 到户码: hangs in the house, so that who knows it has been there. */
export const houseCode = (vault: Pick<Vault, 'keyed'>, care: { id: string; codeTurn: number }) =>
  digits(vault, 'care-house', `${care.id}:${care.codeTurn}`)
/** 确认码 of one visit: shown to the family only; told to the aide when the work is good. */
export const visitCode = (vault: Pick<Vault, 'keyed'>, visit: { id: string; turn: number }) =>
  digits(vault, 'care-visit', `${visit.id}:${visit.turn}`)
