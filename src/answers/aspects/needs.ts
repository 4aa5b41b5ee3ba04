import { inSentence, listed } from '../../wording.ts'
import { type AspectRow, sentence } from './aspect.ts'

/** What else must be there. */
export const needs: AspectRow = {
  asked: 'what it needs',
  say: ({ needs: what, mesh, topic }) =>
    what.length > 0
      ? sentence(`For ${inSentence(topic.name)}, ${mesh.name} needs ${listed(what.map(inSentence))}`)
      : undefined,
  fits: ({ kind, text }) => kind === 'needs' || /\b(needs?|requires?|required|must|depends?|without)\b/i.test(text),
}
