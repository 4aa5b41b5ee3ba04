const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** A date as people write it: 2026-11-22 becomes 22 Nov 2026. */
export function showDate(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number)
  return `${day} ${months[(month ?? 1) - 1]} ${year}`
}

const twoDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 2, useGrouping: false })
const wholeNumber = new Intl.NumberFormat('en', { maximumFractionDigits: 0 })

/** A number as short as its size warrants: two significant digits below 100, whole above. */
export const showNumber = (amount: number): string =>
  Math.abs(amount) >= 100 ? wholeNumber.format(amount) : twoDigits.format(amount)

/** A range with its unit: "10–20 MB", or "60 MB" where both ends agree. */
export const showRange = (low: number, high: number, unit: string): string => {
  const [from, to] = [showNumber(low), showNumber(high)]
  return `${from === to ? from : `${from}–${to}`} ${unit}`
}

/** A range of memory given in MiB, as MiB or GiB: "980–1,400 MiB", "1.5–3.3 GiB". */
export const showMiB = ({ low, high }: { readonly low: number; readonly high: number }): string =>
  high < 1_024 ? showRange(low, high, 'MiB') : showRange(low / 1_024, high / 1_024, 'GiB')

export function ordinal(place: number): string {
  const tens = place % 100
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${place}${suffix}`
}

/** "Istio", "Istio and Linkerd", "Istio, Linkerd and Consul". */
export function listed(names: readonly string[], word = 'and'): string {
  if (names.length < 2) return names.join('')
  return `${names.slice(0, -1).join(', ')} ${word} ${names.at(-1)}`
}

/**
 * A title or a sentence inside another one: "Mutual TLS" becomes "mutual TLS", while "FIPS", "OpenTelemetry" and names
 * such as "Windows" keep their capitals.
 */
export const inSentence = (title: string): string =>
  /^([A-Z][a-z]+\b|An? )/.test(title) && !properName.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title

const properName = new RegExp(
  `^(${[
    'Amazon|Argo|Azure|Bottlerocket|Buoyant|Calico|Cargo|Cilium|Consul|Debian|Docker|Envoy|Flagger|Flannel|Gateway API',
    'Google|Grafana|Helm|Hubble|Istio|Jaeger|Java|Keycloak|Kiali|Kong|Kubernetes|Linkerd|Linux|Nomad|Prometheus|Python',
    'Rust|Salesforce|Skyscanner|Tetragon|Traefik|Ubuntu|Vault|Windows',
  ].join('|')})\\b`,
)

/** The words of a text alone, each with a space on either side: " istio s waypoint ". Whatever stands around a name, it is in there. */
export const wordsAlone = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `

/** The first sentence of a text, a short answer such as "Yes." together with what follows it. */
export function firstSentence(text: string): string {
  const end = endsOfSentences(text).find((at) => at > shortAnswer)
  return end === undefined ? text : text.slice(0, end)
}

/** The sentences of a text, one by one. */
export function sentencesIn(text: string): string[] {
  const ends = endsOfSentences(text)
  return [0, ...ends].map((start, index) => text.slice(start, ends[index]).trim()).filter((sentence) => sentence !== '')
}

const endsOfSentences = (text: string): number[] =>
  [...text.matchAll(/[.!?](?= [\p{Lu}\p{N}"“])/gu)].map(({ index }) => index + 1)

/** Up to so many characters a sentence only says yes or no, or gives a figure. */
const shortAnswer = 25

const grouped = new Intl.NumberFormat('en')

/** An amount of something that can be counted: "1 node", "1,000 nodes". */
export const several = (amount: number, one: string, many = `${one}s`): string =>
  `${grouped.format(amount)} ${amount === 1 ? one : many}`
