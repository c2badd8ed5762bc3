// The pages: one program that Remix serves them from, and the style sheets that they name.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { build, transform } from 'esbuild'
import postcss from 'postcss'
import tailwindcss from 'tailwindcss'
import { outside } from './prepare/build.mjs'

const server = 'build/server'
const client = 'build/client'
/** The oldest that residents read with. */
const browsers = ['chrome80', 'safari14', 'firefox78']
const frame = { id: 'root', path: '', file: 'root.tsx' }

/** What is asked of Remix; `v3_lazyRouteDiscovery` stays off because its address is a way to stop the server. */
const future = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_routeConfig: true,
  v3_singleFetch: true,
  v3_lazyRouteDiscovery: false,
  unstable_optimizeDeps: false,
}

const begin = () => {
  for (const folder of [server, client]) fs.rmSync(folder, { recursive: true, force: true })
  fs.cpSync('public', client, { recursive: true })
  fs.mkdirSync(path.join(client, 'assets'))
}

/** Every page with its address, the frame first. */
const readRoutes = async () => {
  const table = { entryPoints: ['app/routes.ts'], bundle: true, format: 'esm', write: false }
  const { outputFiles } = await build(table)
  const words = Buffer.from(outputFiles[0].contents).toString('base64')
  const { default: routes } = await import(`data:text/javascript;base64,${words}`)
  const named = ({ file, ...one }) => ({ id: file.replace(/\.tsx?$/, ''), parentId: 'root', ...one, file })
  return [frame, ...routes.map(named)]
}

const named = /^import '([^']+\.css)'$/gm
/** The style sheets that a page names, from app/. */
const sheetsOf = ({ file }) => {
  const source = fs.readFileSync(path.join('app', file), 'utf8')
  const from = (at) => (at.startsWith('#') ? at.slice('#app/'.length) : path.join(path.dirname(file), at))
  return [...source.matchAll(named)].map(([, at]) => from(at))
}

/** Writes a style sheet under a name that changes with its words; answers its address. */
const writeSheet = async (file, name) => {
  const from = path.join('app', file)
  const { css } = await postcss([tailwindcss]).process(fs.readFileSync(from), { from })
  const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8', target: browsers })
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 8)
  const address = `/assets/${name}-${hash}.css`
  fs.writeFileSync(path.join(client, address), code)
  return address
}

/** Which sheets each page carries, by its id. */
const writeSheets = async (routes) => {
  const written = new Map()
  const addressOf = (file, name) => {
    if (!written.has(file)) written.set(file, writeSheet(file, name))
    return written.get(file)
  }
  const carried = async (one) => {
    const name = path.basename(one.id)
    return [one.id, await Promise.all(sheetsOf(one).map((file) => addressOf(file, name)))]
  }
  return Object.fromEntries(await Promise.all(routes.map(carried)))
}

/** What Remix is told of each page: which of its doors it has, and what it carries. */
const toldOf = `
const told = (one, i) => [one.id, {
  ...one,
  hasAction: 'action' in modules[i],
  hasLoader: 'loader' in modules[i],
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: 'ErrorBoundary' in modules[i],
  module: '',
  imports: [],
  css: css[one.id],
}]`
/** What Remix asks of a program that it serves pages from. */
const programOf = (routes) => `
${routes.map(({ file }, i) => `import * as page${i} from './${file}'`).join('\n')}
import * as module from './entry.server.tsx'
import css from 'sheets'
const table = ${JSON.stringify(routes.map(({ file, ...one }) => one))}
const modules = [${routes.map((_, i) => `page${i}`).join(', ')}]
${toldOf}
export const entry = { module }
export const routes = Object.fromEntries(table.map((one, i) => [one.id, { ...one, module: modules[i] }]))
export const assets = {
  entry: { module: '', imports: [], css: [] },
  routes: Object.fromEntries(table.map(told)),
  url: '',
  version: '${hashOf(routes)}',
}
export const future = ${JSON.stringify(future)}
export const [publicPath, basename, isSpaMode, mode] = ['/', '/', false, 'production']
export const assetsBuildDirectory = '${client}'
`
const hashOf = (routes) => createHash('sha256').update(JSON.stringify(routes)).digest('hex').slice(0, 8)

/** Style sheets are for browsers: a module that is no page may name none, since it would never be sent. */
const sheetsFor = (routes, sheets) => ({
  name: 'sheets',
  setup: ({ onResolve, onLoad }) => {
    const pages = new Set(routes.map(({ file }) => path.resolve('app', file)))
    onResolve({ filter: /^sheets$/ }, () => ({ path: 'sheets', namespace: 'sheets' }))
    onLoad({ filter: /.*/, namespace: 'sheets' }, async () => ({
      contents: JSON.stringify(await sheets),
      loader: 'json',
    }))
    onResolve({ filter: /\.css$/ }, ({ importer }) =>
      pages.has(importer)
        ? { path: 'style', namespace: 'style' }
        : { errors: [{ text: `only a page may name a style sheet, and ${importer} is none` }] },
    )
    onLoad({ filter: /.*/, namespace: 'style' }, () => ({ contents: '' }))
  },
})

/** What is bundled may ask for a module of Node in the older way. */
const requires = `import { createRequire as requireFrom } from 'node:module'
const require = requireFrom(import.meta.url)`

/** What only one engine needs stands in a file of its own, which the other never reads. */
const writeProgram = (routes, sheets) =>
  build({
    stdin: { contents: programOf(routes), resolveDir: 'app', loader: 'js' },
    outdir: server,
    entryNames: 'index',
    chunkNames: '[name]-[hash]',
    splitting: true,
    bundle: true,
    banner: { js: requires },
    platform: 'node',
    format: 'esm',
    target: 'node22',
    charset: 'utf8',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: outside().flatMap((name) => [name, `${name}/*`]),
    plugins: [sheetsFor(routes, sheets)],
    logLevel: 'warning',
  })

begin()
const routes = await readRoutes()
const sheets = writeSheets(routes)
await Promise.all([sheets, writeProgram(routes, sheets)])
