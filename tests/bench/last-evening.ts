import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ask, drive, fetchPage, interleave, type Row, start } from './measure.ts'
import { withPollingPlace } from './vote-cast.ts'

const ROUNDS = 3
const VOTERS = 1_500
const WARM_UP = 300
const VIEWS = 5
const RESIDENTS = 100_000
const gzip = { 'accept-encoding': 'gzip' }

/**
 * B3: the last evening of a vote, five views and one vote a resident, votes and views mixed so that pages grow stale as
 * they do; against the same bytes from memory and the same durable rows. Scaled: so
 * many residents a round are driven, and a hundred thousand are that figure multiplied, as the row says.
 */
export const lastEvening = (): Promise<Row[]> =>
  withPollingPlace(WARM_UP + ROUNDS * VOTERS, async ({ ours, limit, roundId, cast }) => {
    const paths = ['/', '/votes', `/votes/${roundId}`, '/needs', `/votes/${roundId}`]
    const views: Ask[] = paths.map((path) => () => ({ path, headers: gzip }))
    const folder = mkdtempSync(join(tmpdir(), 'bench-'))
    const file = join(folder, 'page')
    writeFileSync(file, (await fetchPage(ours.port, `/votes/${roundId}`, gzip)).bytes)
    const pages = await start([process.execPath, 'tests/bench/limit-page.ts'], 3990, { BYTES: file })
    const page: Ask = () => ({ path: '/', headers: gzip })
    const isOk = (status: number) => status === 200
    const onLimit = async (votes: number) =>
      VIEWS * (await drive(pages, votes * VIEWS, page, isOk)) + (await cast(limit)(votes))
    const onOurs = async (votes: number) => (VIEWS + 1) * (await cast(ours)(votes, views))
    try {
      await onLimit(WARM_UP)
      await onOurs(WARM_UP)
      const found = await interleave(
        ROUNDS,
        () => onLimit(VOTERS),
        () => onOurs(VOTERS),
      )
      const say = (ms: number) =>
        `${ms.toFixed(2)} CPU-ms a resident, ${Math.round((ms * RESIDENTS) / 1_000)} CPU-s for ${RESIDENTS} (extrapolated from ${ROUNDS} rounds of ${VOTERS})`
      return [
        {
          ...found,
          bench: 'B3 last evening',
          limit: say(found.limit),
          ours: say(found.ours),
          must: 9,
          goal: 2.5,
        },
      ]
    } finally {
      await pages.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  })
