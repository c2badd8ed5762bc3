import path from 'node:path'
import { answerOf, root } from './run.mjs'
import { giveUp } from './say.mjs'

const least = [22, 12]

const isRecent = (version = '0.0') => {
  const [major, minor] = version.split('.').map(Number)
  return major > least[0] || (major === least[0] && minor >= least[1])
}

const versionOf = (program) => answerOf(program, ['-p', 'process.versions.node'])

/** A Node that can run the product: the one running now, or the one the project brings; undefined when neither can. */
export const findNode = () => {
  if (isRecent(process.versions.node)) return process.execPath
  const pinned = path.join(root, 'node_modules', '.bin', 'node')
  return isRecent(versionOf(pinned)) ? pinned : undefined
}

/** As findNode, but ends with a sentence when there is none. */
export const requireNode = () =>
  findNode() ??
  giveUp(
    `This machine has Node ${process.versions.node} (${process.platform} ${process.arch}), and the product needs ` +
      `${least.join('.')} or newer. On 64-bit Linux the project brings its own: run "npm ci" without --omit=optional. ` +
      'Elsewhere install Node 24 from https://nodejs.org/en/download and start again.',
  )
