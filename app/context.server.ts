import { randomUUID } from 'node:crypto'
import type { AppLoadContext } from '@remix-run/node'
import type { Shell } from '#app/components/shell/shell.ts'
import type { Context } from '#domain/context.ts'
import { once } from '#domain/once.ts'
import { helpOf } from '#domain/where/help-of.ts'
import { nobody } from '#domain/who/actor.ts'
import { actorOf, type HeldSeat } from '#domain/who/session/find-session.ts'
import { preferences } from './http/preferences.server.ts'
import { signedIn } from './http/session.server.ts'
import type { LoadContext, World } from './http/world-shape.ts'

export const loadContextOf = (context: AppLoadContext) => context as unknown as LoadContext
export const worldOf = (context: AppLoadContext): World => loadContextOf(context).world

/** What a request may touch: who acts, the store, the clocks, the calendar. `formKey` makes a command happen once. */
export async function contextOf(
  request: Request,
  context: AppLoadContext,
  formKey?: string,
): Promise<Context> {
  const world = worldOf(context)
  await world.refresh()
  const viewer = await signedIn(request, world)
  const actor = viewer ? actorOf(viewer) : nobody
  const { db, transact, scrub } = world.store
  return {
    actor,
    db,
    scrub: async () => {
      const done = await scrub()
      if (!done) loadContextOf(context).log.warn('the write-ahead log could not be emptied after an erasure')
      return done
    },
    transact: formKey ? once(transact, world.wall, formKey, actor.personId) : transact,
    clock: world.clock,
    wall: world.wall,
    calendar: world.calendar(),
    files: world.files,
    vault: world.vault,
    funding: world.funds?.capabilities,
  }
}

const momentIn = (lang: Shell['lang']) =>
  new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Asia/Shanghai',
  })
const moment = { 'zh-CN': momentIn('zh-CN'), en: momentIn('en') }
const seatIn = (lang: Shell['lang']) => (seat: HeldSeat) => ({
  id: seat.id,
  role: seat.role,
  partyName: lang === 'en' ? (seat.partyNameEn ?? seat.partyName) : seat.partyName,
  ground: seat.ground,
  from: seat.from,
})

/** What the frame around every page needs to know. */
export async function shellOf(request: Request, context: AppLoadContext): Promise<Shell> {
  const world = worldOf(context)
  await world.refresh()
  const [viewer, { lang, elder }] = await Promise.all([signedIn(request, world), preferences(request)])
  const url = new URL(request.url)
  const named = viewer && seatIn(lang)
  const help = await helpOf(world.store.db, viewer?.person.communityId ?? null, viewer?.seat?.partyId ?? null)
  const called = (place: { name: string; nameEn: string | null }) =>
    lang === 'en' ? (place.nameEn ?? place.name) : place.name
  const size = elder ?? (viewer?.person.elder ? 'on' : 'off')
  return {
    lang,
    elder: size === 'off' ? false : size,
    demo: world.demo !== 'off',
    full: world.store.full(),
    place: help && { id: help.place.id, name: called(help.place) },
    viewer: viewer && {
      name: viewer.person.name,
      seat: viewer.seat && named!(viewer.seat),
      seats: viewer.seats.map(named!),
    },
    path: url.pathname + url.search,
    origin: url.origin,
    nowLabel: moment[lang].format(world.clock.now()),
    formKey: randomUUID(),
    help: help?.phone ? { phone: help.phone, where: called(help.where) } : null,
  }
}
