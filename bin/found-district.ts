import { readEnv } from '#app/env.server.ts'
import { openWorld } from '#app/world.server.ts'
import { nobody } from '#domain/who/actor.ts'
import { foundDistrict } from '#domain/who/found-district.ts'
import { askCodeForm } from '#domain/who/sign-in/forms.ts'
import { giveUp } from './give-up.ts'

/** Begins an installation: `npm run -s found-district -- 110101 某区 王管理员 13800138000 李审计员 13900139000 "任命文件〔2026〕1号"`. */
const [code = '', name = '', adminName = '', adminPhone, auditorName = '', auditorPhone, ground = ''] =
  process.argv.slice(2)
const [admin, auditor] = [adminPhone, auditorPhone].map((phone) => askCodeForm.safeParse({ phone }))
if (
  !/^\d{6}$/.test(code) ||
  !name ||
  !adminName ||
  !auditorName ||
  !ground ||
  !admin?.success ||
  !auditor?.success
) {
  process.stdout.write(
    'npm run -s found-district -- <区划代码 6 位> <区名> <管理员称呼> <手机号> <安全审计员称呼> <手机号> <任命依据>\n',
  )
  process.exit(2)
}
process.on('uncaughtException', (error) => giveUp(error, undefined))
const world = await openWorld(readEnv(process.env))
const { db, transact, scrub } = world.store
const ctx = {
  actor: nobody,
  db,
  transact,
  scrub,
  clock: world.clock,
  wall: world.wall,
  calendar: world.calendar(),
  files: world.files,
  vault: world.vault,
}
const founded = await foundDistrict(ctx, {
  code,
  name,
  ground,
  admin: { name: adminName, phone: admin.data.phone },
  auditor: { name: auditorName, phone: auditor.data.phone },
})
await world.close()
process.stdout.write(
  `${adminName} 登记口令：${founded.admin.word}\n${auditorName} 登记口令：${founded.auditor.word}\n` +
    '口令只显示这一次，7 天内有效。两人各自用手机号登录，凭口令在“我的身份与资料”里设置账号、密码和动态口令。\n',
)
