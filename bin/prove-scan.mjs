#!/usr/bin/env node
// What a scanner would say of this tree: known holes of what is installed, secrets left in files, licences.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..')
const say = (line) => process.stdout.write(`${line}\n`)

/** Secrets by their shape; a line that must hold one in a test says so with the word beside it. */
const shapes = [
  ['private key', /-----BEGIN (?:RSA |EC |OPENSSH |DSA )?PRIVATE KEY-----/],
  ['AWS key', /\bAKIA[0-9A-Z]{16}\b/],
  ['GitHub token', /\bgh[pousr]_[A-Za-z0-9]{36,}\b/],
  ['Slack token', /\bxox[baprs]-[A-Za-z0-9-]{10,}\b/],
  ['Stripe key', /\b[rs]k_live_[A-Za-z0-9]{16,}\b/],
  ['Google key', /\bAIza[0-9A-Za-z_-]{35}\b/],
  ['Aliyun key', /\bLTAI[0-9A-Za-z]{12,20}\b/],
  ['Tencent key', /\bAKID[0-9A-Za-z]{32}\b/],
  ['signed token', /\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{20,}\b/],
  [
    'password in an address',
    /\b[a-z]{3,10}:\/\/[^\s:/@'"`$]+:(?!password@|secret@|postgres@)[^\s/@'"`$]{6,}@[a-z0-9.-]+/,
  ],
  [
    'identity card',
    /(?<![0-9a-f])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX](?![0-9a-f])/,
  ],
]
const isText = (file) => !/\.(png|jpe?g|webp|ico|woff2?|pdf|xlsx|docx|zip|gz|sqlite)$/i.test(file)

/** Numbers of identity cards are invented in tests, to prove that the product masks them. */
export function findSecrets(text, file = '') {
  const wanted = shapes.filter(([kind]) => kind !== 'identity card' || !file.startsWith('tests/'))
  return text.split('\n').flatMap((line, at) => {
    const kinds = wanted.filter(([, shape]) => shape.test(line)).map(([kind]) => kind)
    return line.includes('not a secret') ? [] : kinds.map((kind) => ({ line: at + 1, kind }))
  })
}

function scanSecrets() {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0')
  const read = files.filter((f) => f && isText(f) && statSync(path.join(root, f), { throwIfNoEntry: false }))
  const found = read.flatMap((file) =>
    findSecrets(readFileSync(path.join(root, file), 'utf8'), file).map((one) => ({ file, ...one })),
  )
  say(`secrets: ${read.length} files read, ${found.length} found`)
  for (const { file, line, kind } of found) say(`  ${file}:${line} ${kind}`)
  return found.length
}

const free = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'CC0-1.0'],
  ...['BlueOak-1.0.0', 'Unlicense', 'Python-2.0', 'CC-BY-4.0', 'CC-BY-3.0', 'WTFPL', 'Zlib', 'OFL-1.1'],
]
/** Used beside our own files, as libraries of their own, never copied into them. */
const besides = ['MPL-2.0', 'LGPL-3.0-or-later', 'LGPL-3.0', 'Artistic-2.0']
/** Whose package file says nothing; its licence stands in its file LICENSE. */
const saidElsewhere = { 'png-js': 'MIT' }
const usable = (one) => free.includes(one) || besides.includes(one)
/** Of a choice one must be usable, of a sum each. */
export const mayUse = (licence) => {
  const words = licence.replace(/[()]/g, '').split(/ (?:OR|AND) /)
  return licence.includes(' AND ') ? words.every(usable) : words.some(usable)
}

const licenceOf = (at, named) => {
  if (typeof named === 'string') return named
  try {
    const told = JSON.parse(readFileSync(path.join(root, at, 'package.json'), 'utf8'))
    const { license, licenses } = told
    return typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type ?? 'unknown')
  } catch {
    return 'unknown'
  }
}

function scanLicences() {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
  const all = Object.entries(packages)
    .filter(([at, p]) => at.startsWith('node_modules/') && !p.link)
    .map(([at, p]) => {
      const name = at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length)
      const ships = !p.dev && !p.devOptional
      return { name, ships, licence: saidElsewhere[name] ?? licenceOf(at, p.license) }
    })
  const wrong = all.filter(({ licence }) => !mayUse(licence))
  const shipped = all.filter(({ ships }) => ships).length
  const beside = all.filter(({ licence }) => besides.some((one) => licence.includes(one))).length
  say(
    `licences: ${all.length} packages, ${shipped} shipped, ${beside} used beside, ${wrong.length} not to be used`,
  )
  for (const { name, licence } of wrong) say(`  ${name}: ${licence}`)
  return wrong.length
}

/** Without an answer from the registry there is nothing to say: tests/security/advisories.test.ts keeps a list of our own. */
function audit() {
  const asked = spawnSync('npm', ['audit', '--json', '--omit=dev'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
  })
  let told = null
  try {
    told = JSON.parse(asked.stdout).metadata?.vulnerabilities ?? null
  } catch {
    told = null
  }
  if (!told) {
    say('npm audit: no answer from the registry; only the list in tests/security counts')
    return 0
  }
  say(`npm audit: ${told.critical} critical, ${told.high} high, ${told.moderate} moderate, ${told.low} low`)
  return told.critical + told.high
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const faults = scanSecrets() + scanLicences() + audit()
  process.exit(faults ? 1 : 0)
}
