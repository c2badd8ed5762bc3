import { createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { diskFiles } from '#app/ports/files/disk-files.ts'
import { cutKey, joinedKey } from '#app/ports/trustee-keys.ts'
import { openVault, sha256 } from '#app/ports/vault.ts'
import { emptyBody } from '#domain/buy/proposal/body.ts'
import type { Proposal } from '#domain/buy/proposal/find-proposal.ts'
import { envelopeBound, fileBound, pairOf, sealBytes, sealText } from '#domain/buy/seal/envelopes.ts'
import { leafOf } from '#domain/buy/seal/leaf.ts'
import { unseal } from '#domain/buy/seal/open-envelope.ts'
import type { Context } from '#domain/context.ts'
import { type Row, rssOf } from './measure.ts'

/** How many proposals are opened, each with four files of 5 MiB; fewer with BENCH_PROPOSALS. */
const MANY = Number(process.env.BENCH_PROPOSALS ?? 100)
const FILES = 4
const MB = 1024 * 1024
const SIZE = 5 * MB
const WARM = Math.min(10, MANY >> 1)
const CHUNK = 2 ** 18 + 16

const vault = openVault('a bench secret of no worth, thirty-two or more')
const cpu = async (work: () => Promise<void>) => {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1_000
}

type Shelf = { folder: string; ctx: Context; publicKey: string; key: Buffer; plain: Buffer }
/** The same four files for every bidder, sealed anew for each. */
async function sealedProposal({ ctx, publicKey, plain }: Shelf, nth: number): Promise<Proposal> {
  const bidder = { tenderId: 'T', supplierId: `ORG${nth}` }
  const attachments = []
  for (let at = 0; at < FILES; at += 1) {
    plain.writeUInt32BE(nth * FILES + at, 0)
    const hash = sha256(plain)
    const bound = fileBound(bidder, hash)
    const { sha256: sealedHash } = await ctx.files.put(await sealBytes(publicKey, bound, [plain]))
    attachments.push({ name: 'f.pdf', mime: 'application/pdf', size: SIZE, hash, sealedHash, bound })
  }
  const words = JSON.stringify({ ...emptyBody, team: [], attachments, lot: 'lot' })
  const sealed = await sealText(publicKey, envelopeBound(bidder, 1, 'whole'), words)
  const row = {
    ...bidder,
    version: 1,
    sealed,
    sealedPrice: null,
    sealSalt: 'salt',
    wordsHash: { whole: sha256(words) },
  }
  return { ...row, sealHash: leafOf(row) } as unknown as Proposal
}

/** What nobody can do without: every byte read, decrypted and hashed once, with the bare primitives. */
async function bareOpening(folder: string, hashes: readonly string[]) {
  const key = randomBytes(32)
  for (const hash of hashes) {
    const digest = createHash('sha256')
    const file = path.join(folder, hash.slice(0, 2), hash)
    for await (const piece of createReadStream(file, { highWaterMark: CHUNK }))
      digest.update(createDecipheriv('aes-256-gcm', key, Buffer.alloc(12)).update(piece as Buffer))
    digest.digest('hex')
  }
}

async function shelf(folder: string): Promise<Shelf> {
  const { publicKey, shares } = await cutKey()
  const ctx = { vault, files: diskFiles(folder) } as unknown as Context
  return {
    folder,
    ctx,
    publicKey,
    key: (await joinedKey(shares.slice(0, 2), publicKey))!,
    plain: randomBytes(SIZE),
  }
}

async function openAll({ ctx, key }: Shelf, all: readonly Proposal[]) {
  const pair = pairOf(key)
  const memory: number[] = []
  for (const was of all) {
    const { said } = await unseal(ctx, pair, was, 'whole')
    if (!said) throw new Error('a proposal of the bench does not open')
    memory.push(rssOf(process.pid))
  }
  return memory
}

/** BIDS: opening the sealed proposals of one call, against reading, decrypting and hashing the same bytes; and its memory. */
export async function openProposals(): Promise<Row[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-proposals-'))
  try {
    const here = await shelf(folder)
    const all: Proposal[] = []
    for (let nth = 0; nth < MANY; nth += 1) all.push(await sealedProposal(here, nth))
    const hashes = await here.ctx.files.olderThan(new Date(Date.now() + 60_000))
    let memory: number[] = []
    const limit = await cpu(() => bareOpening(folder, hashes))
    const ours = await cpu(async () => {
      memory = await openAll(here, all)
    })
    const size = `${MANY} × ${(FILES * SIZE) / MB} MiB`
    const say = (ms: number) => `${(ms / 1_000).toFixed(1)} CPU-s (${size})`
    const [warm, most] = [memory[WARM - 1]!, Math.max(...memory.slice(WARM))]
    const time = { bench: 'BIDS open proposals', limit: say(limit), ours: say(ours), ratio: ours / limit }
    const flat = {
      bench: 'BIDS memory',
      limit: `${warm.toFixed(0)} MB after ${WARM}`,
      ours: `${most.toFixed(0)} MB at most`,
    }
    return [
      { ...time, spread: '1 run', must: 3, goal: 2 },
      { ...flat, ratio: most / warm, spread: '1 run', must: 1.3, goal: 1.15 },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
