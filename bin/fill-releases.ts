import { readEnv } from '#app/env.server.ts'
import { systemClock } from '#app/ports/clock.ts'
import { workCalendar } from '#app/ports/work-calendar.ts'
import { openStore } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { calendarYears } from '#db/schema/index.ts'
import { fillReleases } from '#domain/open/ocds/fill-releases.ts'

/** 补发公开数据: for a database from before there were releases; run again, it writes nothing twice. */
const { databaseUrl } = readEnv(process.env)
await migrate(databaseUrl)
const store = await openStore(databaseUrl)
const calendar = workCalendar(await store.db.select().from(calendarYears))
const written = await fillReleases(store, { clock: systemClock, calendar })
await store.close()
process.stdout.write(`${written} releases written\n`)
