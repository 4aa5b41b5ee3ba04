// Loaded before anything else at a start (`node --import`): a Node that isn't the one it should be runs nothing of ours.
import { problemOf } from './own-node.js'

const problem = problemOf(process.execPath)
if (problem) {
  console.error(problem)
  process.exit(1)
}
