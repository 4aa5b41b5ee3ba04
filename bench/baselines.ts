import { dockStart } from '@nlpjs/basic'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { Knowledge } from '../src/knowledge/knowledge.ts'
import type { Single } from '../tests/questions/labelled.ts'

/** A simpler way to find the topic of a question: over the same words, meanings, phrasings and statements. */
export interface TopicBaseline {
  readonly name: string
  topicOf(text: string): string | undefined
}

interface TopicText {
  readonly id: string
  readonly title: string
  readonly words: string
  readonly meaning: string
  readonly phrasings: string
  readonly statements: string
}

const fields = ['title', 'words', 'meaning', 'phrasings', 'statements'] as const

const textsOf = ({ topics, meshes }: Knowledge): TopicText[] =>
  topics.map(({ id, title, words, meaning, phrasings }) => ({
    id,
    title,
    words: words.join(' '),
    meaning,
    phrasings: phrasings.join(' '),
    statements: meshes.map(({ facts }) => facts[id]?.statement ?? '').join(' '),
  }))

export function searchBaselines(knowledge: Knowledge): TopicBaseline[] {
  const texts = textsOf(knowledge)
  const plain = new Fuse(texts, { keys: [...fields], ignoreLocation: true })
  const tokens = new Fuse(texts, { keys: [...fields], ignoreLocation: true, useTokenSearch: true })
  const mini = new MiniSearch<TopicText>({ fields: [...fields] })
  mini.addAll(texts)
  return [
    { name: 'fuse.js', topicOf: (text) => plain.search(text, { limit: 1 })[0]?.item.id },
    { name: 'fuse.js, token search', topicOf: (text) => tokens.search(text, { limit: 1 })[0]?.item.id },
    {
      name: 'MiniSearch',
      topicOf: (text) => {
        const best: unknown = mini.search(text, { fuzzy: 0.2, prefix: true })[0]?.id
        return typeof best === 'string' ? best : undefined
      },
    },
  ]
}

const folds = 5

/** Intents by an NLU library (@nlpjs), trained on the labelled questions themselves by cross-validation. */
export async function nluIntents(singles: readonly Single[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (let fold = 0; fold < folds; fold++) {
    const dock = await dockStart({ use: ['Basic', 'LangEn'] })
    const nlp = dock.get('nlp')
    nlp.settings.autoSave = false
    nlp.settings.log = false
    nlp.addLanguage('en')
    for (const { q, expect } of singles.filter((_, index) => index % folds !== fold)) {
      nlp.addDocument('en', q, expect.intent)
    }
    await nlp.train()
    for (const { id, q } of singles.filter((_, index) => index % folds === fold)) {
      found.set(id, (await nlp.process('en', q)).intent)
    }
  }
  return found
}
