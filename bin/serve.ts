import module from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `Node ${process.versions.node} is too old: 22.12 or newer is needed. Start with “npm start”, which brings its own.\n`,
  )
  process.exit(1)
}

const folder = fileURLToPath(new URL('.', import.meta.url))
module.enableCompileCache(join(folder, '.compiled'))
const { serve } = await import('./serve-pages.ts')
await serve(folder)
