import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import pack from '../../package.json' with { type: 'json' }
import lock from '../../package-lock.json' with { type: 'json' }
import list from '../../security/advisories.json' with { type: 'json' }

type Installed = { at: string; version: string; buildOnly: boolean }
type Advisory = {
  id: string
  package: string
  vulnerable: string
  disposition: string
  why?: string
  test?: string
}

const packages = lock.packages as Record<string, { version?: string; dev?: boolean }>
const advisories: Advisory[] = list.advisories

const installed = (name: string): Installed[] =>
  Object.entries(packages)
    .filter(([at]) => at.endsWith(`node_modules/${name}`))
    .map(([at, { version = '', dev = false }]) => ({ at, version, buildOnly: dev }))

const numbers = (version: string) => version.split('-', 1)[0]!.split('.').map(Number)
const compare = (a: string, b: string) => {
  const [left, right] = [numbers(a), numbers(b)]
  return [0, 1, 2].map((nth) => (left[nth] ?? 0) - (right[nth] ?? 0)).find((by) => by !== 0) ?? 0
}
const holds: Record<string, (by: number) => boolean> = {
  '<': (by) => by < 0,
  '<=': (by) => by <= 0,
  '>=': (by) => by >= 0,
  '>': (by) => by > 0,
}
const isWithin = (version: string, range: string) =>
  range === '*' ||
  range.split(' ').every((part) => {
    const [, sign = '', bound = ''] = /^([<>]=?)(\d[\d.]*)$/.exec(part) ?? []
    const hold = holds[sign]
    if (!hold) throw new Error(`unreadable range ${range}`)
    return hold(compare(version, bound))
  })

const touched = ({ package: name, vulnerable }: Advisory) =>
  installed(name).filter(({ version }) => isWithin(version, vulnerable))

for (const advisory of advisories) {
  test(`${advisory.id} in ${advisory.package} is answered for: ${advisory.disposition}`, () => {
    const versions = touched(advisory)
    if (advisory.disposition === 'fixed') expect(versions).toEqual([])
    else expect(advisory.why).toBeTruthy()
    if (advisory.disposition === 'build-only')
      expect(versions.filter(({ buildOnly }) => !buildOnly)).toEqual([])
    if (advisory.disposition === 'own') expect(advisory.test).toBeTruthy()
    if (advisory.test) expect(existsSync(advisory.test), advisory.test).toBe(true)
    expect(['fixed', 'own', 'unreached', 'build-only']).toContain(advisory.disposition)
  })
}

test('the versions that close known holes are still forced', () => {
  expect(pack.overrides).toMatchObject(list.overrides)
  for (const [name, version] of Object.entries(list.overrides))
    expect(
      installed(name).map((one) => one.version),
      name,
    ).toEqual([version])
})

test('no install script runs', () => {
  expect(Object.values(pack.allowScripts).filter(Boolean)).toEqual([])
})

test('ranges mean what they say', () => {
  expect(isWithin('6.30.4', '>=6.30.2 <=6.30.4')).toBe(true)
  expect(isWithin('6.30.6', '>=6.30.2 <=6.30.4')).toBe(false)
  expect(isWithin('2.17.5', '<2.17.5')).toBe(false)
  expect(isWithin('10.0.0', '<9.9.9')).toBe(false)
})
