import Fuse from 'fuse.js'
import type { Knowledge, Topic } from '../knowledge/knowledge.ts'

/** Finds the topic nearest to a text by the words of the knowledge, whatever else the text holds. */
export interface TopicSearch {
  nearest(text: string): Topic | undefined
}

/** More words add noise and time, not topics, and no word of a topic is longer. */
const longest = { query: 200, word: 32, words: 16 }

/** What of a text may name a topic: each word costs a look at every topic. */
const queryOf = (text: string): string =>
  [...new Set(text.slice(0, longest.query).split(/\s+/))]
    .filter((word) => word.length <= longest.word)
    .slice(0, longest.words)
    .join(' ')

/** Weighs title and words over meanings and phrasings; words that few topics have count for more (TF-IDF). */
export function topicSearch(knowledge: Knowledge): TopicSearch {
  const fuse = new Fuse(knowledge.topics, {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'words', weight: 3 },
      { name: 'meaning', weight: 1 },
      { name: 'phrasings', weight: 1 },
    ],
    useTokenSearch: true,
    ignoreLocation: true,
    threshold: 0.3,
  })
  return {
    nearest: (text) => fuse.search(queryOf(text), { limit: 1 })[0]?.item,
  }
}
