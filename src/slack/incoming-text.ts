const reference = /<(?<kind>[@#!]?)(?<target>[^<>|]*)(?:\|(?<label>[^<>]*))?>/g

/**
 * What somebody wrote, as they read it: people and groups that were addressed are left out, channels and links are
 * their names, and Slack's escapes are undone once (docs.slack.dev/messaging/formatting-message-text).
 */
export const readText = (raw: string): string =>
  raw
    .replace(reference, (_all, kind: string, target: string, label: string | undefined) =>
      kind === '@' || kind === '!' ? ' ' : (label ?? (kind === '#' ? ' ' : target)),
    )
    .replace(/&(amp|lt|gt);/g, (_all, name: 'amp' | 'lt' | 'gt') => entities[name])
    .replace(/[ \t]+/g, ' ')
    .trim()

const entities = { amp: '&', lt: '<', gt: '>' } as const

/** Whether a message, as Slack sends it, addresses this user. */
export const mentions = (raw: string, userId: string): boolean =>
  raw.includes(`<@${userId}>`) || raw.includes(`<@${userId}|`)

/** Whether a message, as Slack sends it, starts by addressing somebody. */
export const startsWithMention = (raw: string): boolean => /^\s*<@/.test(raw)
