import { asc, desc, eq } from 'drizzle-orm'
import { ocdsProfiles, parties } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'

export type Profile = Omit<typeof ocdsProfiles.$inferSelect, 'setBy' | 'setAt'>

/** Until somebody sets them: a prefix that is nobody's, and the address of a machine on its own. */
const unset = {
  version: 0,
  prefix: 'ocds-xxxxxx',
  registered: false,
  publisher: 'Sanshe',
  origin: 'http://localhost:3000',
  license: 'https://creativecommons.org/licenses/by/4.0/',
}

/** Under which prefix, name and address releases are made now; the name is the office’s own until somebody sets another. */
export async function profileOf(db: Reader): Promise<Profile> {
  const [last] = await db.select().from(ocdsProfiles).orderBy(desc(ocdsProfiles.version)).limit(1)
  if (last?.setBy) return last
  const [office] = await db
    .select({ name: parties.name })
    .from(parties)
    .where(eq(parties.kind, 'district_office'))
    .orderBy(asc(parties.id))
    .limit(1)
  return { ...unset, ...last, publisher: office?.name ?? unset.publisher }
}
