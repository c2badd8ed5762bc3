import { randomInt } from 'node:crypto'
import type { Vault } from '#app/ports/vault.ts'

/** Letters and digits nobody takes for one another, on paper or over the telephone. */
const alphabet = '3479ACDEFGHJKLMNPQRTUWXY'
const random = (length: number, from: string) =>
  Array.from({ length }, () => from[randomInt(from.length)]!).join('')

/** A fresh code of a slip: nine characters, 2.6 million million of them, so that guessing finds none. */
export const newSlipCode = () => random(9, alphabet)
/** As it is printed: by threes. */
export const spacedCode = (code: string) => `${code.slice(0, 3)}-${code.slice(3, 6)}-${code.slice(6)}`
/** What a person typed, as it was printed; null when it can be no code. */
export function readSlipCode(typed: string): string | null {
  const plain = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s—–_-]/g, '')
  return plain.length === 9 && [...plain].every((c) => alphabet.includes(c)) ? plain : null
}
/** How a code is found again: it is stored in no other form. */
export const codeHashOf = (vault: Vault, roundId: string, code: string) =>
  vault.keyed('slip', `${roundId}:${code}`)

/** 回执号: the year, nine digits without meaning, a check digit. */
export function newReceiptNo(year: number): string {
  const digits = `${String(year).slice(-2)}${random(9, '0123456789')}`
  return `${digits}${checkDigitOf(digits)}`
}
export const spacedReceipt = (no: string) => `${no.slice(0, 4)} ${no.slice(4, 8)} ${no.slice(8)}`
export function readReceiptNo(typed: string): string | null {
  const plain = typed.normalize('NFKC').replace(/\D/g, '')
  return plain.length === 12 && checkDigitOf(plain.slice(0, 11)) === plain[11] ? plain : null
}
function checkDigitOf(digits: string): string {
  const total = [...digits].reduce((sum, d, i) => {
    const n = Number(d) * (i % 2 === 0 ? 2 : 1)
    return sum + (n > 9 ? n - 9 : n)
  }, 0)
  return String((10 - (total % 10)) % 10)
}
