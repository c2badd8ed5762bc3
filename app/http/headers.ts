import type { RequestHandler } from 'express'
import helmet from 'helmet'

const YEAR = 31_536_000

/** The content policy: no page runs a script, unless it is a staff page that names its own by nonce. */
export const contentPolicy = (nonce?: string) =>
  [
    "default-src 'none'",
    `script-src ${nonce ? `'nonce-${nonce}'` : "'none'"}`,
    ...(nonce ? ["connect-src 'self'"] : []),
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ')

/** What every response says about how a browser may treat it, whatever else goes wrong. */
export function securityHeaders(): RequestHandler {
  const policy = contentPolicy()
  const common = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  return (request, response, next) => {
    response.setHeader('Content-Security-Policy', policy)
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()')
    if (request.secure) response.setHeader('Strict-Transport-Security', `max-age=${YEAR}; includeSubDomains`)
    common(request, response, next)
  }
}

const HEARSAY =
  /^(x-forwarded-|forwarded$|x-real-ip$|x-original-|x-rewrite-|x-http-method|x-remix-|x-react-router-)/
const PROXYS_OWN = /^x-forwarded-(for|proto)$/

/** Drops what only a proxy may say; of a trusted proxy, its word on address and scheme stays for Express to read. */
export function dropHearsay(trusted: boolean): RequestHandler {
  return ({ headers }, _response, next) => {
    for (const name in headers) {
      if (HEARSAY.test(name) && !(trusted && PROXYS_OWN.test(name))) delete headers[name]
    }
    next()
  }
}
