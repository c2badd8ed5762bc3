import net from 'node:net'
import { giveUp } from './say.mjs'

const tryPort = (port, host) =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.once('error', (error) => resolve(error.code))
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })

/** A port nobody listens on. */
export const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

/** Ends with a sentence when the port cannot be had, before minutes are spent on a build. */
export const requirePort = async (text, host) => {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    giveUp(`PORT=${text} is not a port number. Choose one from 1024 to 65535: PORT=3001 npm start`)
  const why = await tryPort(port, host)
  if (why === 'EADDRINUSE')
    giveUp(
      `Port ${port} is already in use. Stop the program that uses it, or choose another: PORT=${port + 1} npm start`,
    )
  if (why === 'EACCES')
    giveUp(`Port ${port} needs more rights than this user has. Choose another: PORT=3000 npm start`)
  if (why) giveUp(`Port ${port} cannot be opened (${why}). Choose another: PORT=${port + 1} npm start`)
}
