// npm run build: the server and its pages, into build/.
import { makeAll } from './prepare/build.mjs'

process.exit(await makeAll())
