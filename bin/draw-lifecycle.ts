import { readFileSync, writeFileSync } from 'node:fs'
import { lifecycle } from '#domain/lifecycle.ts'
import type { Machine } from '#domain/machine.ts'
import { machines } from '#domain/machines.ts'

/** Draws every machine as a diagram into docs/lifecycle.md; `--check` only says whether the page is fresh. */
const file = 'docs/lifecycle.md'
const stages = lifecycle.map(({ chapter, stage, zh }) => `| ${chapter} | ${stage} | ${zh} |`).join('\n')
const diagram = ({ states, moves }: Pick<Machine, 'states' | 'moves'>) =>
  [
    '```mermaid',
    'stateDiagram-v2',
    `  [*] --> ${states[0]}`,
    ...Object.entries(moves).flatMap(([name, { from, to }]) =>
      from.map((state) => `  ${state} --> ${to}: ${name}`),
    ),
    '```',
  ].join('\n')
const drawings = Object.entries(machines).map(([name, machine]) => `## ${name}\n\n${diagram(machine)}\n`)
const page = `# The road, drawn from the machines\n\n| chapter | stage | 中文 |\n|---|---|---|\n${stages}\n\n${drawings.join('\n')}`

if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (readFileSync(file, 'utf8') !== page) {
  process.stdout.write(`${file} is stale: run npm run draw\n`)
  process.exitCode = 1
}
