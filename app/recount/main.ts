import './older-phones.ts'
import { hash } from 'node:crypto'
import { type Check, verifyRound } from '#domain/ask/vote/verify-round.ts'
import type { RoundFiles } from '#domain/ask/vote/verify-shapes.ts'

/**
 * 重算: the recount in the reader's own browser, by the code that counted. Every word is already on the page; this
 * only fetches the public files, counts, and uncovers what turned out to be so.
 */
type Published = Map<string, Uint8Array>

const part = <Part extends HTMLElement>(name: string) => document.querySelector<Part>(`[data-part="${name}"]`)
const uncover = (name: string, shown = true) => {
  const found = part(name)
  if (found) found.hidden = !shown
}
const breath = () => new Promise((done) => setTimeout(done, 0))
const say = (name: string, words: string) => {
  const found = part(name)
  if (found) found.textContent = words
}

/** Bytes as UTF-8 with nothing dropped, so that the fingerprint is that of the file. */
const wordsOf = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

async function fetched(address: string, names: readonly string[]): Promise<Published> {
  const found: Published = new Map()
  for (const name of names) {
    say('file', name)
    const answer = await fetch(`${address}${name}`, { cache: 'no-store' })
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`)
    found.set(name, new Uint8Array(await answer.arrayBuffer()))
  }
  return found
}

async function chosen(files: Iterable<File>): Promise<Published> {
  const found: Published = new Map()
  for (const file of files) found.set(file.name, new Uint8Array(await new Response(file).arrayBuffer()))
  return found
}

const filesOf = (published: Published): RoundFiles => {
  const bytes = (name: string) => {
    const found = published.get(name)
    if (found === undefined) throw new Error(`${name} is not among the files`)
    return found
  }
  return {
    text: (name) => wordsOf(bytes(name)),
    pieces: (name) => [bytes(name)],
    sha256: (name) => hash('sha256', bytes(name), 'hex'),
  }
}

const stateOf = (row: Element, state: string) => {
  for (const tag of row.querySelectorAll<HTMLElement>('[data-when]')) tag.hidden = tag.dataset.when !== state
}
function show({ key, holds, say: words }: Check) {
  const row = document.querySelector(`[data-check="${key}"]`)
  if (!row) return
  stateOf(row, holds ? 'yes' : 'no')
  const told = row.querySelector<HTMLElement>('[data-say]')
  if (told) told.textContent = holds ? '' : words
}
/** The same lines `bin/verify-round` prints. */
function note({ holds, say: words }: Pick<Check, 'holds' | 'say'>) {
  const log = part('log')
  if (log) log.textContent += `${holds ? 'yes' : 'NO '}  ${words}\n`
}
function begin() {
  for (const row of document.querySelectorAll('[data-check], [data-item]')) {
    stateOf(row, 'wait')
    const told = row.querySelector<HTMLElement>('[data-say]')
    if (told) told.textContent = ''
  }
  for (const name of ['yes', 'no', 'broken', 'items']) uncover(name, false)
  say('log', '')
  uncover('busy')
}

/** What this device counted, beside what the page says; answers in how many items the two differ. */
function showItems(selected: readonly string[]): number {
  let differing = 0
  for (const row of document.querySelectorAll<HTMLElement>('[data-item]')) {
    const won = selected.includes(row.dataset.item ?? '')
    stateOf(row, won ? 'yes' : 'no')
    if (won !== (row.dataset.won === 'yes')) differing += 1
  }
  uncover('items')
  return differing
}

async function check(published: Published, round: string) {
  const faults: string[] = []
  for (const found of verifyRound(filesOf(published))) {
    const ours = found.key !== 'round' || found.say.endsWith(` ${round}`)
    show({ ...found, holds: found.holds && ours })
    note(found)
    if (!found.holds || !ours) faults.push(found.say)
    const differing = found.selected ? showItems(found.selected) : 0
    if (differing > 0) faults.push(`this page names other winners: ${differing}`)
    await breath()
  }
  say('why', faults.join('; '))
  uncover(faults.length === 0 ? 'yes' : 'no')
}

const sentenceOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Files that did not come are no verdict; files that cannot be read are. */
async function recount(find: () => Promise<Published>, round: string) {
  begin()
  await breath()
  try {
    const published = await find()
    await check(published, round).catch((error: unknown) => {
      note({ holds: false, say: sentenceOf(error) })
      say('why', sentenceOf(error))
      uncover('no')
    })
  } catch (error) {
    say('broken-why', sentenceOf(error))
    uncover('broken')
  }
  uncover('busy', false)
  uncover('details')
}

const page = part('recount')
const { files = '', names = '', round = '' } = page?.dataset ?? {}
const own = part<HTMLInputElement>('own')
part('start')?.addEventListener('click', () => recount(() => fetched(files, names.split(' ')), round))
own?.addEventListener('change', () => recount(() => chosen(own.files ?? []), round))
uncover('still', false)
uncover('acts')
uncover('offer')
