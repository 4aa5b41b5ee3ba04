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

/** The names by which a server on the loopback interface is reached. */
export const loopbackHosts = (port: number): string[] =>
  ['127.0.0.1', 'localhost', '[::1]'].map((host) => `${host}:${port}`)

/**
 * Why a request is refused, if it is: a name that was made to point here, or another site's page behind it. `hosts` are
 * the names that are answered to, with their ports.
 */
export function refuseRequest(request: IncomingMessage, hosts: readonly string[]): string | undefined {
  const host = request.headers.host ?? ''
  if (!hosts.includes(host)) return `This playground answers to ${hosts.slice(0, 2).join(' and ')} only.`
  const { origin } = request.headers
  if (origin !== undefined && !hosts.some((own) => [`http://${own}`, `https://${own}`].includes(origin))) {
    return 'Another site may not do that.'
  }
  const site = request.headers['sec-fetch-site']
  const navigates = request.headers['sec-fetch-mode'] === 'navigate' && request.method === 'GET'
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !navigates) {
    return 'Another site may not do that.'
  }
  return undefined
}
