import { randomInt } from 'node:crypto'
import { and, count, eq, gt } from 'drizzle-orm'
import { outbox, signInCodes } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { Refusal } from '../../refusal.ts'

const minute = 60_000
/** How often a code may be asked for: a phone each minute and each day, an address each hour, everyone each day. */
const limits = { phoneMinute: 1, phoneDay: 5, addressHour: 20, everyoneDay: 5_000 }
export const codeLife = 10 * minute

type Field = typeof signInCodes.phoneHash | typeof signInCodes.address
async function asked(db: Reader, since: Date, field?: Field, value?: string) {
  const recent = gt(signInCodes.createdAt, since)
  const where = field && value !== undefined ? and(recent, eq(field, value)) : recent
  const [row] = await db.select({ n: count() }).from(signInCodes).where(where)
  return row?.n ?? 0
}

async function withinLimits(tx: Reader, now: Date, phoneHash: string, address: string) {
  const ago = (ms: number) => new Date(now.getTime() - ms)
  const { phoneHash: byPhone, address: byAddress } = signInCodes
  const over =
    (await asked(tx, ago(minute), byPhone, phoneHash)) >= limits.phoneMinute ||
    (await asked(tx, ago(24 * 60 * minute), byPhone, phoneHash)) >= limits.phoneDay ||
    (await asked(tx, ago(60 * minute), byAddress, address)) >= limits.addressHour ||
    (await asked(tx, ago(24 * 60 * minute))) >= limits.everyoneDay
  if (over) throw new Refusal('conflict', 'too-many-codes')
}

/** Sends a one-time code (验证码) to a phone; says the same whether or not anyone has that number. */
export const askCode = (ctx: Context, { phone, address }: { phone: string; address: string }) => {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const phoneHash = ctx.vault.keyed('phone', phone)
  const where = ctx.vault.keyed('address', address)
  return ctx.transact(async (tx) => {
    const now = ctx.wall.now()
    await withinLimits(tx, now, phoneHash, where)
    const expiresAt = new Date(now.getTime() + codeLife)
    const codeHash = ctx.vault.keyed('code', `${phoneHash}:${code}`)
    const [row] = await tx
      .insert(signInCodes)
      .values({ phoneHash, address: where, codeHash, createdAt: now, expiresAt })
      .returning({ id: signInCodes.id })
    const body = ctx.vault.seal(
      'outbox',
      JSON.stringify({ to: phone, message: 'sms.code', params: { code } }),
    )
    await tx.insert(outbox).values({ channel: 'sms', recipient: phoneHash, sealedBody: body, createdAt: now })
    return { codeId: row!.id, phone: ctx.vault.seal('phone-in-form', phone) }
  })
}
