// npm run -s <tool> -- …: what an operator or a stranger runs beside the server, with what a production install has.
import fs from 'node:fs'
import path from 'node:path'
import { bundleTools, isCurrent, toolAt } from './prepare/build.mjs'
import { requireNode } from './prepare/node.mjs'
import { root, run } from './prepare/run.mjs'
import { giveUp } from './prepare/say.mjs'

const [name = '', ...words] = process.argv.slice(2)
/** A server may carry build/ alone; where the sources lie, a tool is of these very sources. */
const hasSources = fs.existsSync(path.join(root, 'bin', `${name}.ts`))
if (hasSources && !(isCurrent() && fs.existsSync(toolAt(name)))) {
  const { code } = await bundleTools()
  if (code !== 0) giveUp('The tools could not be built; the reason stands above.')
}
if (!fs.existsSync(toolAt(name))) giveUp(`There is no tool named “${name}”.`)
const { code } = await run(requireNode(), [toolAt(name), ...words])
process.exit(code)
