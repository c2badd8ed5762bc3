import fs from 'node:fs'
import { answerOf, isThere, run } from './run.mjs'
import { say } from './say.mjs'

const withoutWindows = '/usr/bin/chromium-headless-shell'

/** The browser of the journeys: CHROMIUM names one, otherwise Debian's; the one without windows takes half the time. */
export const findChromium = () =>
  [process.env.CHROMIUM, withoutWindows, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
    (at) => at && fs.existsSync(at),
  )

/** Whether pages can be photographed with Chinese in them. */
export const hasChineseFont = () =>
  Boolean(answerOf('fc-list', [':lang=zh-cn'])) || fs.existsSync('/usr/share/fonts/opentype/noto')

/** The folder of PostgreSQL's server programs, the newest version first. */
export const findPostgres = () => {
  const base = '/usr/lib/postgresql'
  const versions = fs.existsSync(base) ? fs.readdirSync(base).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map((version) => `${base}/${version}/bin`).find((at) => fs.existsSync(`${at}/postgres`))
}

const wanted = () => [
  ...(process.env.CHROMIUM || fs.existsSync(withoutWindows) ? [] : ['chromium-headless-shell']),
  ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ...(findPostgres() ? [] : ['postgresql']),
]

/** Which package stands in for one that this Debian does not have. */
const instead = { 'chromium-headless-shell': 'chromium' }
const isNeeded = (name) => name !== 'chromium' || !findChromium()

/** Installs what the tests use of Debian and lack, where that is possible; what stays missing is skipped later with a reason. */
export const installFromDebian = async (packages = wanted(), isRoot = process.getuid?.() === 0) => {
  if (packages.length === 0) return
  const install = `apt-get install ${packages.join(' ')}`
  if (!isRoot || !isThere('apt-get')) {
    say(`Not installed: ${packages.join(', ')} (needs root on Debian: ${install}).`)
    return
  }
  say(`Installing ${packages.join(', ')} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-qq', '-o', 'Acquire::http::Timeout=20'], { env, minutes: 3 })
  const waiting = [...packages]
  for (let name = waiting.shift(); name; name = waiting.shift()) {
    const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })
    if (code === 0) continue
    say(`  ${name} could not be installed; apt-get says why above.`)
    if (instead[name] && isNeeded(instead[name])) waiting.unshift(instead[name])
  }
}
