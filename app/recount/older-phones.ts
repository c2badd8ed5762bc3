/** What an older phone's JavaScript has not got yet, and the count uses: each only where it is missing. */
const give = (to: object, name: string, value: (...args: never[]) => unknown) => {
  if (!Object.hasOwn(to, name)) Object.defineProperty(to, name, { value, configurable: true })
}
type Row = { length: number; [at: number]: unknown }
function at(this: Row, n: number) {
  return this[n < 0 ? this.length + n : n]
}

give(Object, 'hasOwn', (of: object, name: string) => Object.hasOwn(of, name))
give(Array.prototype, 'at', at as never)
give(String.prototype, 'at', at as never)
give(String.prototype, 'replaceAll', function (this: string, found: string | RegExp, by: string) {
  return typeof found === 'string' ? this.split(found).join(by) : this.replace(found, by)
} as never)
