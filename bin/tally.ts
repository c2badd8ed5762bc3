import { open } from 'node:fs/promises'
import { translator } from '#app/i18n/index.ts'
import { countElection } from '#domain/ask/vote/count/count-election.ts'
import { pbReader } from '#domain/ask/vote/count/parse-pb.ts'
import { decimalWords } from '#domain/ask/vote/count/pb-cells.ts'
import { ruleNames, ruleOf } from '#domain/ask/vote/count/rules.ts'

/** Sentences in Chinese where the machine speaks it, else in English. */
const t = translator(/^zh/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'zh-CN' : 'en')

function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

function asked() {
  const words = process.argv.slice(2)
  const option = (name: string) => {
    const at = words.findIndex((word) => word === name || word.startsWith(`${name}=`))
    if (at < 0) return undefined
    const [word = ''] = words.splice(at, 1)
    return word.includes('=') ? word.slice(name.length + 1) : (words.splice(at, 1)[0] ?? '')
  }
  const [rule, step, times] = [option('--rule') ?? 'greedy', option('--step'), words.indexOf('--times')]
  if (times >= 0) words.splice(times, 1)
  const [file] = words
  if (!file || words.length > 1 || (step !== undefined && !/^\d{1,12}$/.test(step)))
    refuse(t('tally.usage', { rules: ruleNames.join(', ') }))
  return { file, rule, step: step === undefined ? undefined : Number(step), times: times >= 0 }
}

async function read(file: string) {
  const reader = pbReader()
  const handle = await open(file).catch(() => refuse(t('tally.no-file', { file })))
  const chunk = new Uint8Array(1 << 20)
  try {
    for (;;) {
      const { bytesRead } = await handle.read(chunk, 0, chunk.length)
      if (bytesRead === 0 || !reader.push(chunk.subarray(0, bytesRead))) break
    }
  } catch {
    refuse(t('tally.no-file', { file }))
  }
  await handle.close()
  return reader.end()
}

/**
 * Counts a Pabulib file: `npm run -s tally -- FILE.pb --rule mes_add1@10`; `--times` tells on stderr what reading
 * and counting took. One line of winners and cost; a file or rule that is not in order is refused in a sentence.
 */
async function main() {
  const { file, rule: name, step, times } = asked()
  const began = performance.now()
  const found = await read(file)
  if (!found.ok)
    refuse(
      t(`refusal.${found.fault.key}` as 'refusal.pb-before-meta', found.fault.params as { line: number }),
    )
  const { election } = found
  const rule = ruleOf(name, election.scale, step)
  if (!rule) refuse(t('tally.no-rule', { rule: name, rules: ruleNames.join(', ') }))
  const parsed = performance.now()
  const counted = countElection(election, rule)
  if (!counted.ok) refuse(t('refusal.count-too-many-runs'))
  const ended = performance.now()
  const { winners, cost } = counted.outcome
  const line = { winners: winners.toSorted(), cost: decimalWords(cost, election.scale) }
  process.stdout.write(`${JSON.stringify(line)}\n`)
  const said = {
    read: Math.round(parsed - began),
    count: Math.round(ended - parsed),
    runs: counted.outcome.runs,
  }
  if (times) process.stderr.write(`${JSON.stringify({ ...said, fractions: counted.outcome.asked })}\n`)
}

await main()
