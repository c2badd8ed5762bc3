import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']
type Route = NonNullable<Routes[string]>
/** The first two words of an address; undefined where any word will do. */
type Prefix = readonly (string | undefined)[]

const ROOT = 'root'
const DEPTH = 2

/**
 * Gives the first words of an address only the pages that can lie behind them: Remix looks through all it is
 * given at every request, more than once.
 */
export function shelve(build: ServerBuild): (path: string) => ServerBuild {
  const routes = Object.values(build.routes).filter((route): route is Route => route !== undefined)
  const prefixes = new Map(routes.map((route) => [route.id, prefixOf(route, build.routes)]))
  const names = new Set([...prefixes.values()].flatMap(namesOf))
  const shelves = new Map<string, ServerBuild>()
  return (path) => {
    const [first = '', second = ''] = wordsOf(path)
    const name = [`${first}/${second}`, `${first}/`].find((one) => names.has(one)) ?? '/'
    const shelf = shelves.get(name) ?? onlyFor(name, build, prefixes)
    shelves.set(name, shelf)
    return shelf
  }
}

const namesOf = ([first, second]: Prefix) =>
  first === undefined ? [] : [`${first}/`, ...(second === undefined ? [] : [`${first}/${second}`])]

function onlyFor(name: string, build: ServerBuild, prefixes: ReadonlyMap<string, Prefix>): ServerBuild {
  const [first = '', second = ''] = name.split('/')
  const fits = ([one, two]: Prefix) =>
    (one === undefined || one === first) && (two === undefined || two === second)
  const isHere = ([id]: [string, unknown]) => fits(prefixes.get(id) ?? [])
  const assets = { ...build.assets, routes: kept(build.assets.routes, isHere) }
  return { ...build, assets, routes: kept(build.routes, isHere) }
}

const kept = <All extends object>(all: All, isHere: (entry: [string, unknown]) => boolean) =>
  Object.fromEntries(Object.entries(all).filter(isHere)) as All

/** What a route's address begins with; a route that only wraps others, or takes any word, stands everywhere. */
function prefixOf(route: Route, routes: Routes): Prefix {
  const fixed: (string | undefined)[] = []
  for (const word of fullPath(route, routes).split('/').filter(Boolean).slice(0, DEPTH)) {
    if (word.endsWith('?') || word === '*') return fixed
    fixed.push(word.startsWith(':') ? undefined : word.toLowerCase())
  }
  return fixed
}

function fullPath(route: Route, routes: Routes): string {
  const parent = route.parentId && route.parentId !== ROOT ? routes[route.parentId] : undefined
  return `${parent ? fullPath(parent, routes) : ''}/${route.path ?? ''}`
}

function wordsOf(path: string) {
  try {
    return decodeURIComponent(path)
      .toLowerCase()
      .split('/')
      .slice(1, DEPTH + 1)
  } catch {
    return []
  }
}
