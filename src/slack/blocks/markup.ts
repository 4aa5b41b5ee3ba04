import { limits } from './limits.ts'

/** Text for a place where Slack reads markup: nothing in it can ping or disguise a link. To be done exactly once. */
export const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A URL that may become a link: http or https, without characters that would end a link in Slack's markup. */
export const linkable = (url: string | undefined): string | undefined =>
  url !== undefined && url.length <= limits.url && /^https?:\/\/[^\s<>|"]+$/.test(url) ? url : undefined
