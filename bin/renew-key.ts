import { readEnv } from '#app/env.server.ts'
import { openWorld } from '#app/world.server.ts'
import { Refusal } from '#domain/refusal.ts'
import { nobody } from '#domain/who/actor.ts'
import { askCodeForm } from '#domain/who/sign-in/forms.ts'
import { renewKeyAtMachine, renewKeyForm } from '#domain/who/sign-in/renew-key.ts'
import { giveUp } from './give-up.ts'

/** 补办登录, at the machine, for an administrator or security auditor whom nobody is left to help: `npm run -s renew-key -- 13800138000 "手机丢失，当面核对〔2026〕2号"`. */
const [phone, ground] = process.argv.slice(2)
const [who, why] = [askCodeForm.safeParse({ phone }), renewKeyForm.safeParse({ ground })]
if (!who.success || !why.success) {
  process.stdout.write('npm run -s renew-key -- <系统管理员或安全审计员的手机号> <补办依据>\n')
  process.exit(2)
}
process.on('uncaughtException', (error) => giveUp(error, undefined))
const world = await openWorld(readEnv(process.env))
const { db, transact, scrub } = world.store
const { clock, wall, files, vault } = world
const ctx = { actor: nobody, db, transact, scrub, clock, wall, calendar: world.calendar(), files, vault }
try {
  const { name, word } = await renewKeyAtMachine(ctx, { phone: who.data.phone, ground: why.data.ground })
  process.stdout.write(
    `${name} 登记口令：${word}\n口令只显示这一次，7 天内有效。旧密码和动态口令已作废；本人用手机号登录，凭口令重新设置。\n`,
  )
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  process.stderr.write('这个手机号没有系统管理员或安全审计员的任职，什么都没有改。\n')
  process.exitCode = 1
}
await world.close()
