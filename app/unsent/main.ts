import { all, erase, type Kept, keep, read } from './phone.ts'

/**
 * 没有信号也能记: while an entry of the diary is typed it is kept in this phone; what was sent off without a signal is sent
 * again when there is one, under the number the form was opened with, so that it counts once.
 */
type Field = [name: string, value: string, file?: { name: string; type: string }]
const mostBytes = 16 * 1024 * 1024
const sevenDays = 7 * 86_400_000
const part = <Part extends HTMLElement>(name: string) => document.querySelector<Part>(`[data-part="${name}"]`)
const root = part('unsent')
const form = document.querySelector<HTMLFormElement>('main form')
const typedIn = (name: string) => form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? ''

const flag = (id: string) => `sanshe-diary-off:${id}`
/** Sent off by its writer: it may go as soon as there is a signal. */
const isOff = (id: string) => localStorage.getItem(flag(id)) !== null
async function forget(id: string) {
  localStorage.removeItem(flag(id))
  await erase(id)
}

const asText = (file: File) =>
  new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
async function fieldsOf(of: HTMLFormElement): Promise<Field[]> {
  const fields: Field[] = []
  let left = mostBytes
  for (const [name, value] of new FormData(of)) {
    if (typeof value === 'string') fields.push([name, value])
    else if (value.size > 0 && value.size <= left) {
      left -= value.size
      fields.push([name, await asText(value), { name: value.name, type: value.type }])
    }
  }
  return fields
}

const bytesOf = (dataUrl: string) =>
  Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (c) => c.charCodeAt(0))
function bodyOf(fields: readonly Field[]) {
  const body = new FormData()
  for (const [name, value, file] of fields)
    if (file) body.append(name, new File([bytesOf(value)], file.name, { type: file.type }))
    else body.append(name, value)
  return body
}

/** `done`: taken, or taken before; `wrong`: the server wants it otherwise; `later`: no signal, or not signed in. */
async function send(one: Kept): Promise<'done' | 'wrong' | 'later'> {
  const body = bodyOf(await read<Field[]>(one))
  const answer = await fetch(one.path, { method: 'POST', body, redirect: 'manual' }).catch(() => null)
  if (answer?.type === 'opaqueredirect') return 'done'
  return answer && [400, 409, 422].includes(answer.status) ? 'wrong' : 'later'
}

const mine = async () => (await all()).filter(({ of }) => of === root?.dataset.of)

/** Puts what is kept back into the form, under its own number. */
async function fillIn(one: Kept) {
  const fields = await read<Field[]>(one)
  for (const field of form?.querySelectorAll<HTMLInputElement>('input, textarea') ?? []) {
    const said = fields.filter(([name]) => name === field.name).map(([, value]) => value)
    if (field.type === 'checkbox' || field.type === 'radio') field.checked = said.includes(field.value)
    else if (field.type !== 'file' && said[0] !== undefined) field.value = said[0]
  }
  localStorage.removeItem(flag(one.id))
  await show()
}

function rowOf(one: Kept, title: string) {
  const row = part<HTMLTemplateElement>('row')!.content.firstElementChild!.cloneNode(true) as HTMLElement
  const words = row.querySelector('[data-say]')!
  words.textContent = `${title} · ${words.getAttribute(isOff(one.id) ? 'data-off' : 'data-draft')}`
  row.querySelector('[data-do="fill"]')!.addEventListener('click', () => void fillIn(one))
  row.querySelector('[data-do="drop"]')!.addEventListener('click', () => void forget(one.id).then(show))
  return row
}

/** What is still here; the entry on the page itself is not listed. */
async function show() {
  const rows: HTMLElement[] = []
  for (const one of await mine()) {
    if (one.id === typedIn('formId')) continue
    const title = (await read<Field[]>(one)).find(([name]) => name === 'title')?.[1] ?? ''
    rows.push(rowOf(one, title))
  }
  part('rows')!.replaceChildren(...rows)
  part('kept')!.hidden = rows.length === 0
}

const tell = (name: 'stored' | 'sent') => {
  const said = part(name)
  if (said) said.hidden = false
}
async function sendAll() {
  for (const one of await mine()) {
    if (!isOff(one.id) || one.id === typedIn('formId')) continue
    const how = await send(one)
    if (how === 'done') await forget(one.id).then(() => tell('sent'))
    if (how === 'wrong') localStorage.removeItem(flag(one.id))
  }
  await show()
}

const letters = '0123456789abcdefghijklmnopqrstuvwxyz'
/** The form as if it were opened afresh, with numbers of its own. */
function begin() {
  const set = (name: string, value: string) => {
    const field = form!.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    if (field) field.value = value
  }
  form!.reset()
  set('formId', Array.from(crypto.getRandomValues(new Uint8Array(20)), (b) => letters[b % 36]).join(''))
  set('_key', crypto.randomUUID())
}

async function store() {
  const entry = { id: typedIn('formId'), of: root!.dataset.of ?? '', path: location.pathname, at: Date.now() }
  await keep(entry, await fieldsOf(form!))
}

async function start() {
  for (const { id, at } of await all()) if (Date.now() - at > sevenDays) await forget(id)
  localStorage.removeItem(flag(typedIn('formId')))
  let typing: ReturnType<typeof setTimeout> | undefined
  form!.addEventListener('input', () => {
    clearTimeout(typing)
    typing = setTimeout(() => void store(), 300)
  })
  form!.addEventListener('submit', (event) => {
    clearTimeout(typing)
    localStorage.setItem(flag(typedIn('formId')), '1')
    if (navigator.onLine) return void store()
    event.preventDefault()
    void store()
      .then(begin)
      .then(show)
      .then(() => tell('stored'))
  })
  addEventListener('online', () => void sendAll())
  part('offline')!.hidden = false
  await sendAll()
  root!.dataset.ready = 'yes'
}
if (root && form && globalThis.indexedDB && globalThis.crypto?.subtle) void start()
