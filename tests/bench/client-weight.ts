import { gunzipSync } from 'node:zlib'
import { fetchPage, type Row, type Served } from './measure.ts'
import { publicPaths } from './public-page.ts'

const WINDOW = 14 * 1024

/** B12: what a resident's phone must fetch to see a page: the page and its styles, compressed, and no script. */
export async function clientWeight(demo: Served): Promise<Row[]> {
  const rows: Row[] = []
  for (const path of [...new Set([...(await publicPaths(demo.port)), '/', '/sign-in', '/track'])]) {
    const page = await fetchPage(demo.port, path, { 'accept-encoding': 'gzip' })
    if (page.status !== 200) continue
    const text =
      page.headers['content-encoding'] === 'gzip' ? gunzipSync(page.bytes).toString() : page.bytes.toString()
    if (/<script|modulepreload/.test(text)) throw new Error(`${path} ships a script`)
    const styles = await weightOf(
      demo.port,
      [...text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, at]) => at ?? ''),
    )
    const bytes = page.bytes.length + styles
    const ours = `${(page.bytes.length / 1024).toFixed(1)} + ${(styles / 1024).toFixed(1)} kB, 0 kB JS`
    rows.push({
      bench: `B12 ${path}`,
      limit: '14 kB',
      ours,
      ratio: bytes / WINDOW,
      must: 100 / 14,
      goal: 1,
      spread: '',
    })
  }
  return rows
}

async function weightOf(port: number, addresses: string[]) {
  let bytes = 0
  for (const at of addresses) bytes += (await fetchPage(port, at, { 'accept-encoding': 'gzip' })).bytes.length
  return bytes
}
