import type { Answer } from '../answers/answer.ts'
import { assertNever } from '../assert-never.ts'
import type { Catalogue } from './catalogue.ts'
import { comparisonPage } from './comparison-card.ts'
import { definitionPage } from './definition-card.ts'
import { diagramPage } from './diagram-card.ts'
import { estimatePage } from './estimate-card.ts'
import { factPage } from './fact-card.ts'
import { helpPage } from './help-card.ts'
import { migrationPage } from './migration-card.ts'
import { notCoveredPage } from './not-covered-card.ts'
import type { Page } from './page.ts'
import { profilePage } from './profile-card.ts'
import { rankingPage } from './ranking-card.ts'
import { recommendationPage } from './recommendation-card.ts'
import { sourcesPage } from './sources-card.ts'
import { topicsPage } from './topics-card.ts'

/** Any answer, laid out for reading. `command` is the one that gives the answer again. */
export function pageOf(answer: Answer, command: string, catalogue: Catalogue): Page {
  const page = pageOfKind(answer, command, catalogue)
  return answer.askBack ? { ...page, parts: [{ kind: 'paragraph', text: [answer.askBack] }, ...page.parts] } : page
}

function pageOfKind(answer: Answer, command: string, catalogue: Catalogue): Page {
  switch (answer.kind) {
    case 'fact':
      return factPage(answer, command)
    case 'compare':
      return comparisonPage(answer, command, catalogue)
    case 'best':
      return rankingPage(answer, command)
    case 'profile':
      return profilePage(answer, command)
    case 'define':
      return definitionPage(answer, command)
    case 'migrate':
      return migrationPage(answer, command)
    case 'none':
    case 'clarify':
      return notCoveredPage(answer, command)
    case 'sources':
      return sourcesPage(answer, command)
    case 'recommend':
      return recommendationPage(answer, command)
    case 'estimate':
      return estimatePage(answer, command)
    case 'diagram':
      return diagramPage(answer, command)
    case 'topics':
      return topicsPage(answer, command)
    case 'help':
      return helpPage(answer, command)
    default:
      return assertNever(answer)
  }
}
