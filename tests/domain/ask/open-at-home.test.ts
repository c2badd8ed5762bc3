import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { announceRound } from '#domain/ask/vote/announce-round.ts'
import { closeBox } from '#domain/ask/vote/close-box.ts'
import { countRound } from '#domain/ask/vote/count-round.ts'
import { openAtHome } from '#domain/ask/vote/trustees/open-at-home.ts'
import { readBox } from '#domain/ask/vote/trustees/read-box.ts'
import { takeShare } from '#domain/ask/vote/trustees/try-key.ts'
import { manifestOfVersion } from '#domain/ask/vote/versions.ts'
import { publishedFiles } from '#tests/support/round-files.ts'
import { refused } from '#tests/support/round-votes.ts'
import { castBy, closing, keysOf, openRound, passphrases, type TrusteeKey } from '#tests/support/vote.ts'
import { type Town, world } from '#tests/support/world.ts'

/** What `npm run -s trustee -- combine FOLDER A B` prints, says, and with which code it ends. */
function runTrustee(files: Record<string, string>, shares: readonly [string, string]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'trustee-'))
  const put = (name: string, words: string) => writeFileSync(path.join(folder, name), words)
  for (const [name, words] of Object.entries(files)) put(name, words)
  const at = shares.map((words, n) => {
    put(`share-${n}.txt`, words)
    return path.join(folder, `share-${n}.txt`)
  })
  const program = [path.resolve('node_modules/.bin/tsx'), 'bin/trustee.ts', 'combine', folder, ...at] as const
  return new Promise<{ out: string; said: string; code: number }>((resolve) => {
    execFile(program[0], program.slice(1), (error, out, said) => {
      rmSync(folder, { recursive: true, force: true })
      resolve({ out, said, code: typeof error?.code === 'number' ? error.code : error ? -1 : 0 })
    })
  })
}
const shareOf = async (town: Town, who: TrusteeKey, roundId: string) =>
  (await takeShare(town.as(who), { roundId, passphrase: passphrases[who] })).share

test('two trustees open the box at home and get, byte for byte, what the server publishes', async () => {
  const town = await world()
  const round = await openRound(town, { voters: 12 })
  const roundId = round.id
  for (let voter = 0; voter < 7; voter += 1) await castBy(town, round, voter, voter < 4 ? [0] : [1, 2])
  await castBy(town, round, 1, [2])
  const [a, b] = [await shareOf(town, 'supervisor', roundId), await shareOf(town, 'auditor', roundId)]
  expect(await refused(readBox(town.as('auditor'), roundId))).toBe('box-not-closed')
  town.clock.set(closing)
  await closeBox(town.as('director'), { roundId })
  for (const who of ['director', 'clerk', 'resident1', null] as const)
    expect(await refused(readBox(town.as(who), roundId))).toMatch(
      /not-a-trustee-here|needs-another-seat|sign-in-first/,
    )
  const box = await readBox(town.as('auditor'), roundId)
  const manifest = await manifestOfVersion(town.db, roundId, 1)
  const unpublished = { manifest, box, result: null, blocs: null, ballots: null }
  const before = await openAtHome(unpublished, [a, `\uFEFF${b.toLowerCase()}\n`])
  expect(before.said.map(({ say }) => say).join()).toMatch(/7 sealed ballots.*compare it with the journal/)
  await countRound(town.as('director'), { roundId, keys: await keysOf(town, roundId) })
  await announceRound(town.as('director'), { roundId })
  const files = Object.fromEntries(await publishedFiles(town, roundId))
  expect(before.csv).toBe(files['ballots.csv'])
  expect(await readBox(town.as('auditor'), roundId)).toBe(box)
  const after = await runTrustee({ ...files, 'box.txt': box }, [a, b])
  expect([after.out, after.code]).toEqual([files['ballots.csv'], 0])
  expect(after.said.match(/as published/g)).toHaveLength(3)
  expect(after.said).not.toContain('NO')

  const home = (more: Partial<Parameters<typeof openAtHome>[0]>, shares = [a, b]) =>
    openAtHome(
      {
        manifest,
        box,
        result: files['result.json']!,
        blocs: files['blocs.json']!,
        ballots: files['ballots.csv']!,
        ...more,
      },
      shares,
    )
  const faults = async (...args: Parameters<typeof home>) =>
    (await home(...args)).said.filter(({ holds }) => !holds).map(({ say }) => say)
  expect(await faults({})).toEqual([])
  const lines = box.trimEnd().split('\n')
  const spoilt: Array<[Awaited<ReturnType<typeof faults>>, RegExp]> = [
    [await faults({}, [a, a]), /not two different shares/],
    [await faults({}, [a, b.replace(/.$/, (c) => (c === '0' ? '1' : '0'))]), /share 2 is no printed share/],
    [await faults({ box: `${lines.slice(1).join('\n')}\n` }), /root of the box .* not as published/],
    [await faults({ box: `${[...lines.slice(1), lines[0]].join('\n')}\n` }), /out of order/],
    [
      await faults({ box: box.replace(/(.)\n/, (_, c) => (c === 'A' ? 'Q\n' : 'A\n')) }),
      /cannot be opened as a ballot/,
    ],
    [await faults({ ballots: `${files['ballots.csv']}8,\n` }), /fingerprint .* not as published/],
    [
      await faults({ manifest: manifest.replace(/"thresholdPercent":\d+/, '"thresholdPercent":1') }),
      /not the one that was sealed/,
    ],
    [
      await faults({ result: files['result.json']!.replace(/"spent":\d+/, '"spent":1') }),
      /the count gives .* not as published/,
    ],
  ]
  for (const [said, why] of spoilt) expect(said.join('\n')).toMatch(why)
}, 60_000)
