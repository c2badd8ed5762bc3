import type { Context } from '../../context.ts'
import { authorize } from '../../policy/index.ts'
import { dictionary } from './dictionary-data.ts'
import { extensionUrls } from './extension.ts'
import { profileOf } from './profile.ts'
import { newestOf } from './read-releases.ts'

/** The page of the open data: under which prefix and licence, and what each field means. */
export async function readDictionary({ db }: Pick<Context, 'db'>) {
  const { prefix, registered, publisher, license } = await profileOf(db)
  const { ordinal } = await newestOf(db)
  return {
    prefix,
    registered,
    publisher,
    license,
    releases: ordinal,
    extensions: extensionUrls.length + 1,
    fields: [...dictionary],
  }
}

/** The settings, for who may change them. */
export async function readSettings(ctx: Context) {
  authorize(ctx.actor, 'openData.set', {})
  return { profile: await profileOf(ctx.db), releases: (await newestOf(ctx.db)).ordinal }
}
