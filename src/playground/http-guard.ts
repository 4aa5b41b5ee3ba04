import type { IncomingMessage } from 'node:http'

/** What every answer to a browser carries: only the page's own code runs, and nobody else may frame or read it. */
export const securityHeaders: { readonly [name: string]: string } = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

/** Why a request is refused, if it is: a name that was made to point here, or another site's page behind it. */
export function refuseRequest(request: IncomingMessage, port: number): string | undefined {
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${port}`)
  const host = request.headers.host ?? ''
  if (!hosts.includes(host)) return 'This playground answers to 127.0.0.1 and localhost only.'
  const { origin } = request.headers
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) return 'Another site may not do that.'
  const site = request.headers['sec-fetch-site']
  const navigates = request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigates) {
    return 'Another site may not do that.'
  }
  return undefined
}
