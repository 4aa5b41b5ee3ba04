import type { App } from '@slack/bolt'
import type { Edge } from '../edge.ts'
import { surface } from '../surface.ts'
import { answerThis } from './answer-this.ts'
import { appHomeOpened } from './app-home.ts'
import { askMeshwise, questionSubmitted } from './ask-meshwise.ts'
import { blockActions } from './block-actions.ts'
import { correctionSubmitted } from './correction.ts'
import { sizeSubmitted } from './estimate.ts'
import { meshCommand } from './mesh-command.ts'
import { mention, message } from './messages.ts'
import { recommendClosed, recommendShortcut, recommendSubmitted } from './recommend.ts'

/** Registers a listener for everything on the surface. */
export function registerListeners(app: App, edge: Edge): void {
  const { shortcuts, views } = surface
  app.command(edge.command, meshCommand(edge))
  app.event('app_mention', mention(edge))
  app.event('message', message(edge))
  app.event('app_home_opened', appHomeOpened(edge))
  app.action({ type: 'block_actions' }, blockActions(edge))
  app.shortcut({ callback_id: shortcuts.answerThis.callbackId, type: 'message_action' }, answerThis(edge))
  app.shortcut({ callback_id: shortcuts.askMeshwise.callbackId, type: 'shortcut' }, askMeshwise(edge))
  app.shortcut({ callback_id: shortcuts.recommendMesh.callbackId, type: 'shortcut' }, recommendShortcut(edge))
  app.view(views.ask, questionSubmitted(edge))
  app.view({ callback_id: views.recommend, type: 'view_submission' }, recommendSubmitted(edge))
  app.view({ callback_id: views.recommend, type: 'view_closed' }, recommendClosed(edge))
  app.view(views.estimate, sizeSubmitted(edge))
  app.view(views.correction, correctionSubmitted(edge))
  for (const callback_id of [views.ask, views.estimate, views.correction, views.details]) {
    app.view({ callback_id, type: 'view_closed' }, ({ ack }) => ack())
  }
}
