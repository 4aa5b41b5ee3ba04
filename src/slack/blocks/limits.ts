/**
 * What Slack takes in one message, from the Block Kit reference (docs.slack.dev/reference/block-kit). Lengths are in
 * UTF-16 units, which never count less than Slack does.
 */
export const limits = {
  blocks: 50,
  containerChildren: 10,
  modal: { blocks: 100, title: 24 },
  /**
   * The text of all blocks of a message together. Undocumented: Slack answers `msg_blocks_too_long` from about 11,300
   * characters on (slackapi/bolt-js#2509), and the reference bounds the cells of tables to 10,000.
   */
  messageText: 9_900,
  /** `text` beside the blocks: chat.update refuses more. */
  fallbackText: 4_000,
  header: 150,
  altText: 2_000,
  /** Two a message: undocumented, found by rejections. Six series: what the reference said at first, later twelve. */
  chart: { perMessage: 2, title: 50, label: 20, axisLabel: 50, series: 6, points: 20 },
  textObject: 3_000,
  url: 3_000,
  table: { perMessage: 1, rows: 100, columns: 20 },
  actionsElements: 25,
  button: { text: 75, value: 2_000, accessibilityLabel: 75 },
  /** The reference allows 150 for a value, @slack/types says 75: the smaller holds in both. */
  option: { text: 75, value: 75 },
  options: 100,
  placeholder: 150,
} as const
