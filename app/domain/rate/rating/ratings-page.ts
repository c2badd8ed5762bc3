import { eq } from 'drizzle-orm'
import { files, parties, persons } from '#db/schema/index.ts'
import type { Context } from '../../context.ts'
import { dateOf } from '../../dates.ts'
import { contractsOf } from '../../deliver/contract/list-contracts.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { findRating, type RatingFacts, rateable, ratingsOfContract } from './find-rating.ts'
import { toInvite } from './link-age.ts'
import { rating } from './machine.ts'
import { rectification } from './rectification-machine.ts'
import { servedPeople } from './served-people.ts'
import { publicRatings } from './summary.ts'

/** The contracts a seat has to do with that can be rated, each with what was said so far. */
export async function ratingsPage(ctx: Context) {
  authorize(ctx.actor, 'rating.list', {})
  const today = dateOf(ctx.clock.now())
  const mine = (await contractsOf(ctx.db, ctx.actor)).filter(({ contract }) => contract.publishedAt)
  return Promise.all(
    mine.map(async ({ contract, supplier }) => {
      const { summary, fixes } = await publicRatings(ctx.db, [contract.id], today)
      return { id: contract.id, title: contract.title, supplier, summary, fixes }
    }),
  )
}

/** Whether staff's word for a person may be shown: never to the body that was rated. */
const mayName = (ctx: Context, contract: { supplierId: string }) =>
  !ctx.actor.seats.some((seat) => seat.partyId === contract.supplierId)

/** Told in a recording that nobody hid. */
const spoken = ({ voiceId, state }: Pick<RatingFacts, 'voiceId' | 'state'>) =>
  voiceId !== null && state !== 'hidden'

/** What was said so far, with staff's word for the person where it may be named. */
const saidIn = (rows: Awaited<ReturnType<typeof ratingsOfContract>>, named: boolean) =>
  rows
    .filter(({ rating: r }) => r.givenAt)
    .map(({ rating: r, label, rectification: fix }) => ({
      id: r.id,
      label: named ? label : null,
      level: r.level!,
      words: r.words ?? r.heardWords,
      unheard: spoken(r) && r.heardWords === null,
      givenAt: r.givenAt!,
      state: r.state,
      fix: fix?.state ?? null,
    }))

/** One contract's ratings for those it concerns. */
export async function contractRatings(ctx: Context, contractId: string) {
  const contract = await rateable(ctx.db, contractId)
  authorize(ctx.actor, 'rating.read', contract)
  const rows = await ratingsOfContract(ctx.db, contractId)
  const people = await servedPeople(ctx.db, contractId)
  const [supplier] = await ctx.db.select().from(parties).where(eq(parties.id, contract.supplierId))
  const { summary, least, fixes } = await publicRatings(ctx.db, [contractId], dateOf(ctx.clock.now()))
  return {
    id: contract.id,
    title: contract.title,
    supplier: supplier?.name ?? '',
    ...{ summary, least, fixes },
    served: people.length,
    uninvited: (await toInvite(ctx, people, rows)).length,
    waiting: rows.filter(({ rating: r }) => r.state === 'invited').length,
    said: saidIn(rows, mayName(ctx, contract)),
    may: {
      invite: may(ctx.actor, 'rating.invite', contract),
      enter: may(ctx.actor, 'rating.enter', contract),
    },
  }
}
export type ContractRatings = Awaited<ReturnType<typeof contractRatings>>

/** Whose rating may still be written down, for a clerk. */
export async function enterPage(ctx: Context, contractId: string) {
  const contract = await rateable(ctx.db, contractId)
  authorize(ctx.actor, 'rating.enter', contract)
  const heard = (await ratingsOfContract(ctx.db, contractId)).filter(({ rating: r }) => r.state !== 'invited')
  const people = await servedPeople(ctx.db, contractId)
  return {
    id: contract.id,
    title: contract.title,
    people: people
      .filter((u) => !heard.some(({ rating: r }) => r.serviceUserId === u.id))
      .map(({ id, label }) => ({ id, label })),
  }
}

/** What this person may do about a rating: answer it, moderate it, take its rectification further. */
const actsOn = ({ actor }: Context, of: RatingFacts) => {
  const { state, contract, reply, rectification: fix } = of
  const [moves, fixes] = [rating.open(state), fix ? rectification.open(fix.state) : []]
  const judges = () => may(actor, 'rectification.accept', { ...contract, servedId: null })
  return {
    reply: !fix && !reply && moves.includes('reply') && may(actor, 'rating.reply', contract),
    restore: moves.includes('restore') && may(actor, 'rating.restore', contract),
    hide: moves.includes('hide') && may(actor, 'rating.hide', contract),
    hear: spoken(of) && may(actor, 'rating.hear', contract),
    writeDown: spoken(of) && may(actor, 'rating.write_down', contract),
    answer: fixes.includes('answer') && may(actor, 'rectification.answer', contract),
    judge: fixes.includes('accept') && actor.personId !== null && judges(),
  }
}

/** One rating, what was answered, and what this person may do about it. */
export async function oneRating(ctx: Context, ratingId: string) {
  const r = await findRating(ctx.db, ratingId)
  authorize(ctx.actor, 'rating.read', r.contract)
  const [helper] = r.enteredBy ? await ctx.db.select().from(persons).where(eq(persons.id, r.enteredBy)) : []
  const fix = r.rectification
  return {
    id: r.id,
    contract: { id: r.contract.id, title: r.contract.title, planId: r.contract.planId },
    label: mayName(ctx, r.contract) ? r.label : null,
    level: r.level,
    words: r.words,
    channel: r.channel,
    helper: helper?.name ?? null,
    givenAt: r.givenAt,
    state: r.state,
    reply: r.reply,
    repliedAt: r.repliedAt,
    ...{ hiddenReason: r.hiddenReason, hiddenGround: r.hiddenGround },
    hasPhoto: r.photoId !== null,
    hasVoice: spoken(r),
    heard: r.heardWords,
    fix: fix && {
      ...{ id: fix.id, state: fix.state, dueAt: fix.dueAt, answer: fix.answer },
      ...{ answeredAt: fix.answeredAt, raterWords: fix.raterWords, closedAt: fix.closedAt },
    },
    may: actsOn(ctx, r),
  }
}
export type OneRating = Awaited<ReturnType<typeof oneRating>>

/** The bytes of a rating's photograph, for those who may read it. */
export async function ratingPhoto(ctx: Context, ratingId: string): Promise<Buffer> {
  const r = await findRating(ctx.db, ratingId)
  authorize(ctx.actor, 'rating.read', r.contract)
  const [file] = r.photoId ? await ctx.db.select().from(files).where(eq(files.id, r.photoId)) : []
  const bytes = file && r.state !== 'hidden' ? await ctx.files.get(file.sha256) : null
  if (!bytes) throw new Refusal('missing', 'rating-missing')
  return bytes
}
