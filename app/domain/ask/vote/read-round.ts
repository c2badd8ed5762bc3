import { eq } from 'drizzle-orm'
import { places, rollEntries } from '#db/schema/index.ts'
import type { Reader } from '#db/store.ts'
import type { Context } from '../../context.ts'
import { authorize, may } from '../../policy/index.ts'
import { Refusal } from '../../refusal.ts'
import { fileOfRound, foreignMoney } from './file-of-round.ts'
import { findPublicRound, findRoundWritten, helperBodies, slateOf } from './find-round.ts'
import { groundOf } from './ground.ts'
import { openClaims } from './household-claims.ts'
import { entriesOf } from './identify-voter.ts'
import { rollSize, roundsOf } from './list-rounds.ts'
import type { Paper } from './paper.ts'
import { phaseOf, type Round } from './phase.ts'
import { quorumOf } from './tally.ts'
import { boxOf } from './trustees/find-trustees.ts'
import { shownTurnout } from './turnout.ts'

/** What a page may show of a round: no key, no names. */
export async function shownRound(db: Reader, round: Round, now: Date) {
  const { keyWrapped: _key, publicKey: _half, createdBy: _by, manifest: _m, witnessId, ...rest } = round
  const [place] = await db
    .select({ name: places.name, nameEn: places.nameEn })
    .from(places)
    .where(eq(places.id, round.communityId))
  const quorum = quorumOf(round.households, round.quorumPercent)
  const foreign = await foreignMoney(db, round)
  return {
    ...rest,
    phase: phaseOf(round, now),
    place: place!,
    quorum,
    witnessed: witnessId !== null,
    foreign,
  }
}
export type ShownRound = Awaited<ReturnType<typeof shownRound>>

/** Where the items come from; what the file's own ballots said is shown once the residents' are counted, for it is no lead to vote by. */
export async function originOf(db: Reader, round: Round) {
  const file = await fileOfRound(db, round.id)
  return file && round.state !== 'announced' ? { ...file, counted: null } : file
}

/** A round's public page: the rule, what is on the ballot, and while it is open no more than the turnout. */
export async function readRound(ctx: Context, roundId: string) {
  const round = await findPublicRound(ctx.db, roundId)
  return {
    round: await shownRound(ctx.db, round, ctx.clock.now()),
    slate: await slateOf(ctx.db, roundId),
    ground: await groundOf(ctx.db, round.resolutionId),
    file: await originOf(ctx.db, round),
    turnout: round.state === 'void' ? null : await shownTurnout(ctx.db, ctx, roundId),
  }
}

/** Who may vote without a code here: the roll's name for whoever is signed in, where it has just one. */
export async function readDoor(ctx: Context, roundId: string) {
  const { round, slate } = await readRound(ctx, roundId)
  const mine = await entriesOf(ctx.db, roundId, ctx.actor.personId)
  return { round, slate, mine: mine.length === 1 ? (mine[0]!.representative ?? mine[0]!.label) : null }
}

/** The ballot in a voter's hand. */
export async function readBallot(ctx: Context, paper: Paper) {
  const { round, slate } = await readRound(ctx, paper.roundId)
  const entry = await entryOf(ctx.db, paper)
  const label = entry.representative ?? entry.label
  return { round, slate, label, choices: paper.choices, blank: paper.blank ?? false }
}
async function entryOf(db: Reader, paper: Paper) {
  const [entry] = await db
    .select({ label: rollEntries.label, representative: rollEntries.representative })
    .from(rollEntries)
    .where(eq(rollEntries.id, paper.entryId))
  if (!entry) throw new Refusal('missing', 'not-on-the-roll')
  return entry
}

const acts = [
  'change',
  'load_roll',
  'print_slips',
  'reissue_slip',
  'seal',
  'unseal',
  'draw_lot',
  'witness',
  'count',
  'announce',
  'void',
] as const
/** A round at the desk of those who prepare it and watch over it, with what each of them may do now. */
export async function readDeskRound(ctx: Context, roundId: string) {
  const { writtenBy, ...found } = await findRoundWritten(ctx.db, roundId)
  authorize(ctx.actor, 'round.prepare', found)
  const round = await shownRound(ctx.db, found, ctx.clock.now())
  const written = { ...found, writtenBy }
  const can = Object.fromEntries(acts.map((act) => [act, may(ctx.actor, `round.${act}`, written)]))
  return {
    round,
    slate: await slateOf(ctx.db, roundId),
    file: await fileOfRound(ctx.db, roundId),
    roll: await rollSize(ctx.db, roundId),
    claims: await openClaims(ctx.db, roundId),
    settles: may(ctx.actor, 'claim.settle', found),
    callsBack: may(ctx.actor, 'callback.draw', found),
    keyTried: Boolean((await boxOf(ctx.db, roundId))?.triedAt),
    turnout:
      round.phase === 'draft' || round.phase === 'waiting' ? null : await shownTurnout(ctx.db, ctx, roundId),
    can: can as Record<(typeof acts)[number], boolean>,
    helps: may(ctx.actor, 'ballot.assist', { bodies: await helperBodies(ctx.db, found.communityId) }),
  }
}

/** The rounds of a committee or street. */
export async function listDeskRounds(ctx: Context) {
  const partyId = ctx.actor.seat?.partyId ?? ''
  authorize(ctx.actor, 'round.prepare', { committeeId: partyId, streetId: partyId, createdBy: '' })
  const found = await roundsOf(ctx.db, partyId)
  const now = ctx.clock.now()
  return {
    mayDraft: may(ctx.actor, 'round.draft', { committeeId: partyId }),
    rounds: found.map(({ round, placeName }) => ({
      id: round.id,
      name: round.name,
      refNo: round.refNo,
      placeName,
      budget: round.budget,
      opensAt: round.opensAt,
      closesAt: round.closesAt,
      phase: phaseOf(round, now),
    })),
  }
}
