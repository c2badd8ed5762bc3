import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { openVault, sha256 } from '#app/ports/vault.ts'
import { readPlain } from '#domain/ask/vote/marks.ts'
import { sortedBallots } from '#domain/ask/vote/published.ts'
import { yuan } from '#domain/money.ts'
import { interleave, type Row } from './measure.ts'

const BALLOTS = 10_000
const MILLION = 1_000_000
const ROUNDS = 5
const CHOICES = 5
const vault = openVault('a bench secret of no worth, thirty-two or more')
const { publicKey, keyWrapped } = vault.freshKey()
const slate = Array.from({ length: 60 }, (_, i) => {
  const refNo = `XQ-2026-${String(i + 1).padStart(4, '0')}`
  return { choice: refNo, refNo, cost: yuan(20_000) }
})
const round = {
  ballotKind: 'approval' as const,
  maxChoices: CHOICES,
  pointsTotal: null,
  pointsEach: null,
  budget: yuan(300_000),
}

const sealed = Array.from({ length: BALLOTS }, (_, nth) => {
  const ids = Array.from({ length: CHOICES }, (_, i) => slate[(nth * 7 + i * 11) % 60]!.refNo).sort()
  const box = vault.sealTo(publicKey, JSON.stringify(ids).padEnd(2 + CHOICES * 15), 'round')
  return { box, leaf: sha256(box) }
})

const cpu = (work: () => void) => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}
/** The bare primitives, on bytes laid ready. */
const laidReady = sealed.map(({ box }) => {
  const [raw = '', body = ''] = box.split('.')
  return { raw: Buffer.from(raw, 'base64url'), body: Buffer.from(body, 'base64url') }
})
function bareOpening(privateKey: KeyObject) {
  const aad = Buffer.from('round')
  for (const { raw, body } of laidReady) {
    const peer = createPublicKey({ key: raw, format: 'der', type: 'spki' })
    const secret = Buffer.from(
      hkdfSync('sha256', diffieHellman({ privateKey, publicKey: peer }), raw, 'sanshe seal', 32),
    )
    const d = createDecipheriv('aes-256-gcm', secret, body.subarray(0, 12))
    d.setAAD(aad)
    d.setAuthTag(body.subarray(12, 28))
    Buffer.concat([d.update(body.subarray(28)), d.final()])
  }
}
/** What the count does with the box: every hash, every opening, every ballot held to the rule, all sorted. */
function ourOpening(key: Buffer) {
  const open = vault.opener(key)
  const ballots = sealed.map(({ box, leaf }) => {
    const plain = sha256(box) === leaf ? open(box, 'round') : null
    const marks = plain === null ? null : readPlain(round, slate, plain)
    if (!marks) throw new Error('a ballot of the bench does not open')
    return marks
  })
  sortedBallots(ballots)
}

/** B6: opening the sealed ballots of a round on one core, against the bare primitives. A hundredth; the million is extrapolated. */
export async function openSealed(): Promise<Row[]> {
  const key = vault.unwrapped(keyWrapped)
  const privateKey = createPrivateKey({ key, format: 'der', type: 'pkcs8' })
  const found = await interleave(
    ROUNDS,
    async () => cpu(() => bareOpening(privateKey)),
    async () => cpu(() => ourOpening(key)),
  )
  const say = (ms: number) =>
    `${(((ms / BALLOTS) * MILLION) / 1_000).toFixed(1)} CPU-s a million (from ${BALLOTS})`
  return [
    { ...found, bench: 'B6 open sealed', limit: say(found.limit), ours: say(found.ours), must: 2, goal: 1.2 },
  ]
}
