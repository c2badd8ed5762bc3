export type Tree = { [name: string]: string | Tree }

const branch = (): Tree => Object.create(null) as Tree
function into(at: Tree, name: string): Tree {
  const next = at[name]
  if (typeof next === 'object') return next
  const made = branch()
  at[name] = made
  return made
}

/** A form whose names nest: `a[b][0]=c` as `{ a: { b: { 0: 'c' } } }`. */
export function readForm(sent: string): Tree {
  const tree = branch()
  for (const [name, value] of new URLSearchParams(sent)) {
    const names = name.split(/[[\]]+/).filter(Boolean)
    const last = names.pop() ?? ''
    names.reduce(into, tree)[last] = value
  }
  return tree
}
