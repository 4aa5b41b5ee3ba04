import type { Answer } from '../answers/answer.ts'
import { assertNever } from '../assert-never.ts'
import type { Catalogue } from './catalogue.ts'
import { comparisonPage } from './comparison-page.ts'
import { definitionPage } from './definition-page.ts'
import { diagramPage } from './diagram-page.ts'
import { estimatePage } from './estimate-page.ts'
import { factPage } from './fact-page.ts'
import { helpPage } from './help-page.ts'
import { migrationPage } from './migration-page.ts'
import { notCoveredPage } from './not-covered-page.ts'
import type { Page } from './page.ts'
import { profilePage } from './profile-page.ts'
import { rankingPage } from './ranking-page.ts'
import { recommendationPage } from './recommendation-page.ts'
import { sourcesPage } from './sources-page.ts'
import { topicsPage } from './topics-page.ts'

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
