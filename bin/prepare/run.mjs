import { spawn, spawnSync } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The root of the project, wherever the command was called from. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '')

const binaries = path.join(root, 'node_modules', '.bin')

/** PATH with the project's own programs first: its pinned Node is one of them. */
export const ourPath = () => [binaries, foreignPath()].join(path.delimiter)

/** PATH without the project's own programs, for npm while it replaces them. */
export const foreignPath = () =>
  (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => !folder.endsWith(path.join('node_modules', '.bin')))
    .join(path.delimiter)

/** Runs a program to its end on this terminal, `quiet` about its errors; answers its exit code, or why it has none. */
export const run = (program, args, { env = {}, minutes = 15, quiet = false } = {}) =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, PATH: ourPath(), ...env },
      stdio: ['inherit', 'inherit', quiet ? 'ignore' : 'inherit'],
      timeout: minutes * 60_000,
    })
    child.on('error', (error) => resolve({ code: 1, why: error.code ?? error.message }))
    child.on('close', (code, signal) => resolve({ code: code ?? 1, why: signal ?? undefined }))
  })

/** What a program prints, or undefined when it is missing or fails. */
export const answerOf = (program, args) => {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: 20_000 })
  return status === 0 ? stdout.trim() : undefined
}

/** Whether a program stands on PATH. */
export const isThere = (program) => answerOf('sh', ['-c', `command -v ${program}`]) !== undefined
