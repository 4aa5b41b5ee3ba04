import Fuse from 'fuse.js'
import type { Knowledge, Topic } from '../knowledge/knowledge.ts'

/** Finds the topic nearest to a text by the words of the knowledge, whatever else the text holds. */
export interface TopicSearch {
  nearest(text: string): Topic | undefined
}

/** Longer texts add noise and time, not topics. */
const longestQuery = 200

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
    nearest: (text) => fuse.search(text.slice(0, longestQuery), { limit: 1 })[0]?.item,
  }
}
