import type { Answer } from '../../src/answers/answer.ts'
import { knownOf } from '../../src/answers/known.ts'
import type { Command } from '../../src/commands/command.ts'
import { parseCommand } from '../../src/commands/parser.ts'
import { answerTo } from '../../src/commands/table.ts'
import { createTools } from '../../src/commands/tools.ts'
import type { Knowledge } from '../../src/knowledge/knowledge.ts'
import type { Meshwise, Reply } from '../../src/meshwise.ts'
import { createReader } from '../../src/questions/reading.ts'
import { vocabularyOf } from '../../src/questions/vocabulary.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'

/** Commands by some knowledge, without anything that was trained: a question in words is an error. */
export interface Commands {
  parse(text: string): Command
  answer(command: Command): Answer
  run(text: string): Answer
}

export function commandsOf(knowledge: Knowledge): Commands {
  const known = knownOf(knowledge)
  const tools = createTools(known, createReader(knowledge, ownWords()), vocabularyOf(knowledge))
  const parse = (text: string): Command => {
    const parsed = parseCommand(text, tools)
    if (parsed.kind === 'words' || parsed.kind === 'slip') throw new Error(`"${text}" is no command`)
    return parsed
  }
  const answer = (command: Command): Answer => answerTo(command, known)
  return { parse, answer, run: (text) => answer(parse(text)) }
}

/** The answer to what follows `/mesh`. */
export const runCommand = (meshwise: Meshwise, text: string): Reply => meshwise.answer(meshwise.parse(text).command)
