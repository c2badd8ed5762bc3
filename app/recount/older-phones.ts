/** What an older phone's JavaScript has not got yet, and the count uses: each only where it is missing. */
const give = (to: object, name: string, value: unknown) => {
  if (!(name in to)) Object.defineProperty(to, name, { value, configurable: true, writable: true })
}
type Row = { length: number; [at: number]: unknown }
function at(this: Row, n: number) {
  return this[n < 0 ? this.length + n : n]
}
function replaceAll(this: string, found: string | RegExp, by: string) {
  return typeof found === 'string' ? this.split(found).join(by) : this.replace(found, by)
}

give(Object, 'hasOwn', (of: object, name: string) => Object.getOwnPropertyDescriptor(of, name) !== undefined)
give(Array.prototype, 'at', at)
give(String.prototype, 'at', at)
give(String.prototype, 'replaceAll', replaceAll)
