import { readEnv } from '#app/env.server.ts'
import { bringDemo } from '#app/world.server.ts'

/** Tells the demonstration beside a build; when it cannot, the server tries again and says why. */
await bringDemo(readEnv(process.env), (what) => void process.stdout.write(`  ${what}\n`))
