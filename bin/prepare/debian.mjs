import fs from 'node:fs'
import { answerOf, isThere, run } from './run.mjs'
import { say } from './say.mjs'

/** The browser of the journeys: CHROMIUM names one, otherwise Debian's. */
export const findChromium = () =>
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser'].find(
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
  ...(findChromium() ? [] : ['chromium']),
  ...(hasChineseFont() ? [] : ['fonts-noto-cjk']),
  ...(findPostgres() ? [] : ['postgresql']),
]

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
  await run('apt-get', ['update', '-qq'], { env, minutes: 3 })
  for (const name of packages) {
    const { code } = await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], { env })
    if (code !== 0) say(`  ${name} could not be installed; apt-get says why above.`)
  }
}
