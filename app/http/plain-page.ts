import type { Response } from 'express'
import { guard as en } from '#app/i18n/en/guard.ts'
import { guard as zh } from '#app/i18n/zh-CN/guard.ts'
import type { Turned } from './guard.ts'

/** A page that needs nothing but itself, for when a request is turned away or the pages cannot answer. */
export function sendPlainPage(response: Response, { status, key, headers = {} }: Turned) {
  if (response.headersSent) return response.destroy()
  const english = /(^|;\s*)lang=en/.test(response.req.headers.cookie ?? '')
  const [lang, say] = english ? (['en', en] as const) : (['zh-CN', zh] as const)
  const reference = say['guard.reference'].replace('{{id}}', response.locals.requestId)
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('Cache-Control', 'no-store')
  response
    .status(status)
    .end(
      `<!doctype html><html lang="${lang}"><meta charset="utf-8">` +
        `<meta name="viewport" content="width=device-width"><title>${say['guard.title']}</title>${styled(response)}` +
        `<main id="main"><h1>${say['guard.title']}</h1><p>${say[key]}</p><p>${reference}</p>` +
        `<p><a href="/">${say['guard.home']}</a></p></main></html>`,
    )
}

const styled = ({ app }: Response) =>
  app.locals.stylesheet ? `<link rel="stylesheet" href="${app.locals.stylesheet}">` : ''
