import { eq } from 'drizzle-orm'
import { ocdsProfiles } from '#db/schema/index.ts'
import type { Tx } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { record } from '../../journal.ts'
import { authorize } from '../../policy/index.ts'
import type { SetProfile } from './forms.ts'
import { type Profile, profileOf } from './profile.ts'

/** 公开数据设置: a new version from now on; releases that were made keep the prefix they were made under. */
export const setProfile = (ctx: Context, input: SetProfile) =>
  ctx.transact(async (tx) => {
    authorize(ctx.actor, 'openData.set', {})
    const version = await addProfile(tx, ctx, { ...input, setBy: ctx.actor.personId })
    await record(tx, ctx, 'openData.set', { subject: `ocds-profile-${version}` }, { prefix: input.prefix })
    return { version }
  })

type NewProfile = Partial<Omit<Profile, 'version'>> & { setBy: string | null }
async function addProfile(tx: Tx, ctx: Pick<Context, 'clock'>, change: NewProfile) {
  const { version, ...was } = await profileOf(tx)
  const { prefix, registered, publisher, origin, license } = { ...was, ...change }
  const next = { prefix, registered, publisher, origin, license, setBy: change.setBy }
  await tx.insert(ocdsProfiles).values({ version: version + 1, ...next, setAt: ctx.clock.now() })
  return version + 1
}

const isOwnMachine = (origin: string) => new URL(origin).hostname === 'localhost'
/** The address in the environment is the one links begin with, unless someone has set another since; where none is told, the served port of this machine. */
export async function keepOrigin(
  tx: Tx,
  ctx: Pick<Context, 'clock'>,
  { origin, port }: { origin: string | undefined; port: number },
) {
  const { version, origin: was } = await profileOf(tx)
  if (!origin && !isOwnMachine(was)) return
  const now = new URL(origin ?? `http://localhost:${port}`).origin
  const [set] = await tx.select().from(ocdsProfiles).where(eq(ocdsProfiles.version, version))
  if (now !== was && !set?.setBy) await addProfile(tx, ctx, { origin: now, setBy: null })
}
