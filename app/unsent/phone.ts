/** What a phone keeps of the diary: the words of a form under a key of this phone's own, which no script can take out of it. */
export type Kept = {
  id: string
  of: string
  path: string
  at: number
  iv: Uint8Array<ArrayBuffer>
  body: ArrayBuffer
}

const asked = <T>(request: IDBRequest<T>) =>
  new Promise<T>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const opened = (async () => {
  const request = indexedDB.open('sanshe-diary', 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('keys')
    request.result.createObjectStore('entries', { keyPath: 'id' })
  }
  return asked(request)
})()
const store = async (name: 'keys' | 'entries', mode: IDBTransactionMode) =>
  (await opened).transaction(name, mode).objectStore(name)

async function ownKey(): Promise<CryptoKey> {
  const known = await asked<CryptoKey | undefined>((await store('keys', 'readonly')).get('own'))
  if (known) return known
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  await asked((await store('keys', 'readwrite')).put(made, 'own'))
  return made
}

export const all = async () => asked<Kept[]>((await store('entries', 'readonly')).getAll())
export const erase = async (id: string) =>
  void (await asked((await store('entries', 'readwrite')).delete(id)))

/** Locks the fields of a form under its own number, path and person. */
export async function keep(entry: Omit<Kept, 'iv' | 'body'>, fields: unknown): Promise<void> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const plain = new TextEncoder().encode(JSON.stringify(fields))
  const body = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await ownKey(), plain)
  await asked((await store('entries', 'readwrite')).put({ ...entry, iv, body }))
}
export async function read<T>({ iv, body }: Kept): Promise<T> {
  const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await ownKey(), body)
  return JSON.parse(new TextDecoder().decode(plain)) as T
}
