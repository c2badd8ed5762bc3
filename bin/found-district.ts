import { readEnv } from '#app/env.server.ts'
import { openWorld } from '#app/world.server.ts'
import { nobody } from '#domain/who/actor.ts'
import { foundDistrict } from '#domain/who/found-district.ts'
import { askCodeForm } from '#domain/who/sign-in/forms.ts'

/** Begins an installation: `tsx bin/found-district.ts 110101 某区 管理员王 13800138000 "任命文件〔2026〕1号"`. */
const [code = '', name = '', adminName = '', phone = '', ground = ''] = process.argv.slice(2)
const read = askCodeForm.safeParse({ phone })
if (!/^\d{6}$/.test(code) || !name || !adminName || !ground || !read.success) {
  process.stdout.write('usage: found-district <区划代码 6 位> <区名> <管理员称呼> <手机号> <任命依据>\n')
  process.exit(2)
}
const world = await openWorld(readEnv(process.env))
const { db, transact } = world.store
const ctx = {
  actor: nobody,
  db,
  transact,
  clock: world.clock,
  wall: world.wall,
  calendar: world.calendar(),
  files: world.files,
  vault: world.vault,
}
await foundDistrict(ctx, { code, name, adminName, adminPhone: read.data.phone, ground })
await world.close()
process.stdout.write('管理员现在可以用手机号登录，然后在“我的身份与资料”里设置账号、密码和动态口令。\n')
