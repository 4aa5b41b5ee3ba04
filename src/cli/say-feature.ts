/**
 * A feature of the classifiers (`questions/classifier/features.ts`) in words that say what was seen in the question.
 * Words stand in it by their stems. A feature that isn't known here is shown as it is.
 */
export function sayFeature(feature: string): string {
  const [kind = '', ...rest] = feature.split(' ')
  const words = rest.map(readable)
  switch (kind) {
    case 'w':
      return `word “${words.join(' ')}”`
    case 'p':
      if (rest[0] === '^') return `begins with “${words.slice(1).join(' ')}”`
      if (rest.at(-1) === '$') return `ends with “${words.slice(0, -1).join(' ')}”`
      return `words “${words.join(' ')}”`
    case 's':
      return `words “${words.join(' … ')}”`
    case 'l':
      return sayLetters(rest.join(' '))
    case 'topic':
      return `a word of the topic ${rest.join(' ')}`
    case 'group':
      return `a word of the area ${rest.join(' ')}`
    case 'trait':
      return `a word of the trait ${rest.join(' ')}`
    case 'term':
      return 'a term of the glossary'
    case 'meshes':
      return `meshes named: ${rest[0] === '3' ? '3 or more' : rest[0]}`
    case 'length':
      return sayLength(rest[0])
    case 'asks':
      return 'a question mark'
    case 'code':
      return 'marks of code'
    case 'size':
      return `a number of ${rest.join(' ')}`
    default:
      return feature
  }
}

/** Placeholders that stand for any mesh, part or number. */
const readable = (word: string): string => word.replace(/^@(mesh|part|number)$/, (_, name: string) => `[${name}]`)

/** A run of letters; `<` and `>` are the ends of a word. */
function sayLetters(run: string): string {
  const letters = run.replace(/^<|>$/g, '')
  if (run.startsWith('<') && run.endsWith('>')) return `word of the letters “${letters}”`
  if (run.startsWith('<')) return `word that begins with “${letters}”`
  return run.endsWith('>') ? `word that ends with “${letters}”` : `letters “${letters}”`
}

/** Lengths are counted in threes, up to thirteen words and more. */
function sayLength(threes = '0'): string {
  const most = Number(threes) * 3
  if (most === 0) return 'no words'
  return most >= 15 ? '13 words or more' : `${most - 2}–${most} words`
}
