import { gathered, sealParts } from '#app/ports/envelope.ts'

/**
 * 本机封存: seals a proposal, or one of its files, in its sender's own browser by the server's very lines. Every word is
 * already on the page; where this does not run, or cannot seal, the page says that the server will, and it does.
 */
const part = <Part extends HTMLElement>(name: string, within: ParentNode = document) =>
  within.querySelector<Part>(`[data-part="${name}"]`)
const uncover = (name: string, shown = true) => {
  const found = part(name)
  if (found) found.hidden = !shown
}
const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))
const hexOf = (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('')

/** Puts sealed bytes into a file field, as if they had been chosen there. */
function put(field: HTMLInputElement, sealed: Uint8Array<ArrayBuffer>, name: string) {
  const chosen = new DataTransfer()
  chosen.items.add(new File([sealed], name, { type: 'application/octet-stream' }))
  field.files = chosen.files
}
const sealed = async (key: string, bound: string, plain: Uint8Array) =>
  gathered(sealParts(bytesOf(key), bound, [plain]))

/** 递交: each envelope's words into a file field of its own. */
async function sealWords(form: HTMLFormElement) {
  for (const words of form.querySelectorAll<HTMLTextAreaElement>('[data-words]')) {
    const { key = '', bound = '', into = '' } = words.dataset
    const field = form.querySelector<HTMLInputElement>(`input[type="file"][name="${into}"]`)
    if (!field) throw new Error(into)
    put(field, await sealed(key, bound, new TextEncoder().encode(words.value)), into)
  }
}

/** 附件: the chosen file itself; its size and fingerprint go with it, and nothing of what is in it. */
async function sealChosen(form: HTMLFormElement) {
  const { key = '', bound = '' } = form.closest<HTMLElement>('[data-seal]')?.dataset ?? {}
  const field = form.querySelector<HTMLInputElement>('input[type="file"]')
  const file = field?.files?.[0]
  if (!field || !file) return
  const plain = await new Response(file).arrayBuffer()
  const hash = hexOf(await globalThis.crypto.subtle.digest('SHA-256', plain))
  put(field, await sealed(key, `${bound}${hash}`, new Uint8Array(plain)), file.name)
  for (const [name, value] of [
    ['size', String(plain.byteLength)],
    ['hash', hash],
  ] as const) {
    const told = form.querySelector<HTMLInputElement>(`input[name="${name}"]`)
    if (told) told.value = value
  }
}

/** Seals, then sends the form as it stands; where sealing fails the sender is told, and may let the server do it. */
function take(form: HTMLFormElement, seal: (form: HTMLFormElement) => Promise<void>) {
  let byServer = false
  part('by-server', form)?.addEventListener('click', () => {
    byServer = true
    for (const field of form.querySelectorAll<HTMLInputElement>('[data-words] + input')) field.value = ''
  })
  form.addEventListener('submit', (event) => {
    if (byServer) return
    event.preventDefault()
    uncover('trouble', false)
    uncover('working')
    seal(form).then(
      () => form.submit(),
      () => {
        uncover('working', false)
        uncover('trouble')
      },
    )
  })
}

/** Older browsers know no X25519, and none has it on a page without https: there the server seals. */
async function canSeal() {
  try {
    new DataTransfer()
    await globalThis.crypto.subtle.generateKey('X25519', true, ['deriveBits'])
    return true
  } catch {
    return false
  }
}

async function begin() {
  const page = document.querySelector<HTMLElement>('[data-seal]')
  const form = page?.querySelector('form')
  if (!page || !form || !(await canSeal())) return
  take(form, page.dataset.seal === 'file' ? sealChosen : sealWords)
  uncover('server', false)
  uncover('browser')
  page.dataset.ready = 'yes'
}
void begin()
