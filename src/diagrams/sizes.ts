/**
 * Text and boxes, in units of the picture. A phone shows a picture of 700 units about 390 wide, so that 20 units of text
 * are some 11 points there.
 */
export const sizes = {
  title: 34,
  gist: 21,
  lineHeight: 1.35,
  margin: 32,
  group: { title: 19, padding: 16 },
  part: { name: 23, detail: 18, padding: 16, least: 150, plain: 58, withDetail: 78 },
  label: 19,
  labelLine: 24,
  badge: 28,
  legend: 18,
} as const
