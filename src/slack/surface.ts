/**
 * Everything by which Slack and Meshwise meet, with the scopes that each part takes. The listeners register what is
 * here, and a test holds manifest.yml against it.
 */
export const surface = {
  command: { name: '/mesh', scope: 'commands' },

  shortcuts: {
    answerThis: { callbackId: 'answer_this', type: 'message', scope: 'commands' },
    askMeshwise: { callbackId: 'ask_meshwise', type: 'global', scope: 'commands' },
    recommendMesh: { callbackId: 'recommend_mesh', type: 'global', scope: 'commands' },
  },

  /** The modals, by the callback id that comes back when one is submitted or closed. */
  views: { ask: 'ask', correction: 'correction', details: 'details', estimate: 'estimate', recommend: 'recommend' },

  events: {
    app_mention: { scope: 'app_mentions:read' },
    app_home_opened: {},
    'message.im': { scope: 'im:history' },
    /** Follow-ups without a mention: switched on by granting the scopes, and of no consequence without. */
    'message.channels': { scope: 'channels:history', optional: true },
    'message.groups': { scope: 'groups:history', optional: true },
  },

  /** The methods of the Web API that are called. */
  methods: {
    'assistant.threads.setSuggestedPrompts': { scope: 'assistant:write' },
    'auth.test': {},
    'chat.postEphemeral': { scope: 'chat:write' },
    'chat.postMessage': { scope: 'chat:write' },
    'chat.update': { scope: 'chat:write' },
    /** The thread under a message that is to be answered, by leave of the optional scopes. */
    'conversations.replies': { scope: 'channels:history', optional: true },
    'files.completeUploadExternal': { scope: 'files:write' },
    'files.getUploadURLExternal': { scope: 'files:write' },
    /** A picture can be shown only once Slack has processed it. */
    'files.info': { scope: 'files:read' },
    /** Who said what in such a thread. */
    'users.info': { scope: 'users:read', optional: true },
    'views.open': {},
    'views.publish': {},
    'views.update': {},
  },
} as const
