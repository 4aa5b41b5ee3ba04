import type { Step } from './scenario-file.ts'

/** What has been said in Acme before one comes in. The app's part is its own: it is really asked. */
export const seedConversation: readonly Step[] = [
  {
    as: 'chiara',
    in: 'platform',
    say: 'Audit finding of the week: service-to-service traffic in prod is still plain HTTP.',
  },
  { as: 'ada', say: 'Seen. That settles it: a mesh goes on the Q1 plan. Let’s talk in #mesh-decision.' },
  {
    as: 'ben',
    in: 'random',
    say: 'The coffee machine on the third floor has a sidecar now. Nobody knows what it does.',
  },
  { as: 'chiara', say: 'It terminates TLS.' },
  {
    as: 'ada',
    in: 'mesh-decision',
    say: 'We need to pick a mesh before Q1. 40 nodes, about 600 pods, three of us to run it, and mTLS everywhere is a must.',
  },
  { as: 'ben', say: 'I’d rather not run a sidecar in every pod if there is a way around it.' },
  { as: 'chiara', say: '@meshwise compare istio and cilium on mtls' },
  // The thread that is open at first: it should fit the screen.
  { as: 'ben', say: '@meshwise does linkerd do rate limiting?' },
  { as: 'chiara', thread: 'does linkerd do rate limiting', say: 'Good, I wondered about that too.' },
]
