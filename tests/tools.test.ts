import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const pages = [
  'README.md',
  ...readdirSync('docs').flatMap((name) => (name.endsWith('.md') ? [`docs/${name}`] : [])),
]
const told = pages.map((file) => readFileSync(file, 'utf8')).join('\n')
const { scripts, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Record<string, string>
  dependencies: Record<string, string>
}

test('what the operator’s pages tell to run needs nothing that only tests use', () => {
  const names = new Set([...told.matchAll(/npm run -s ([a-z:-]+)/g)].map(([, name]) => name!))
  expect(names.size).toBeGreaterThan(5)
  for (const name of names) expect(scripts[name], name).toMatch(/^node bin\/run\.mjs [a-z-]+$/)
  expect(Object.keys(dependencies)).not.toContain('tsx')
  expect(told).not.toMatch(/npx tsx/)
})

test('every tool is made with the build, and is run by its name', () => {
  const made = readFileSync('bin/prepare/build.mjs', 'utf8')
  for (const script of Object.values(scripts)) {
    const [, tool] = /^node bin\/run\.mjs ([a-z-]+)$/.exec(script) ?? []
    if (tool) expect(made, tool).toContain(`'${tool}'`)
  }
})
