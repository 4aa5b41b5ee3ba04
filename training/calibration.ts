const bins = 12

/** Shares of right readings in bins of equally many, made to rise with the score (pool adjacent violators). */
export function risingShares(judged: readonly { score: number; right: boolean }[]): [number, number][] {
  const sorted = [...judged].sort((a, b) => a.score - b.score)
  const size = Math.ceil(sorted.length / bins)
  const merged: { score: number; right: number; count: number }[] = []
  for (let from = 0; from < sorted.length; from += size) {
    const bin = sorted.slice(from, from + size)
    merged.push({
      score: bin.reduce((sum, { score }) => sum + score, 0) / bin.length,
      right: bin.filter(({ right }) => right).length,
      count: bin.length,
    })
    for (let last = merged.length - 1; last > 0; last--) {
      const [before, after] = [merged[last - 1], merged[last]]
      if (!before || !after || before.right / before.count <= after.right / after.count) break
      const count = before.count + after.count
      const score = (before.score * before.count + after.score * after.count) / count
      merged.splice(last - 1, 2, { score, right: before.right + after.right, count })
    }
  }
  const points = merged.map(({ score, right, count }): [number, number] => [
    Number(score.toFixed(4)),
    Number((right / count).toFixed(4)),
  ])
  return [[0, 0], ...points]
}
