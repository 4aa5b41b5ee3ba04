import { cellsOf, type Rule } from '../rule.ts'

export const kinds: Rule = {
  name: 'kinds',
  description:
    'a cell says what its kind of topic asks for: a few words, a support level, a value with figures, or a rank',
  check: (draft) =>
    [...cellsOf(draft)].flatMap(({ document, topicId, cell, path }) => {
      const kind = draft.topics.data.topics[topicId]?.kind
      const isMode = path.includes('modes')
      if (kind === 'described' && !cell.brief && !isMode) {
        return [document.problem(path, 'this topic is told in words: add brief, the fact in a few words for a table')]
      }
      if (kind === 'supported' && !cell.support && !isMode) {
        return [document.problem(path, 'this topic asks for a support level: add support')]
      }
      if (kind === 'measured' && !isMode && (!cell.value || cell.figures.length === 0) && cell.support !== 'unknown') {
        return [document.problem(path, 'this topic is measured: add value and figures, or support: unknown')]
      }
      if (kind === 'ranked' && !isMode && !('rank' in cell && cell.rank)) {
        return [document.problem(path, 'this topic is ranked: add rank with place and reason')]
      }
      return []
    }),
}
