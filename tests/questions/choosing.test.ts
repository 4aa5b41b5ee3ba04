import { describe, expect, it } from 'vitest'
import { type Asked, askedFor } from '../../src/questions/choosing.ts'
import { createReader } from '../../src/questions/reading.ts'
import { ownWords } from '../../src/questions/words/own-words.ts'
import { ownKnowledge } from '../helpers/own-knowledge.ts'

const words = ownWords()
const reader = createReader(ownKnowledge(), words)
const asked = (text: string): Asked => askedFor(reader.read(text), words.choosing)

describe('of what a text asks in the end', () => {
  it.each([
    'We have 40 services and need mTLS. Which mesh?',
    'We run EKS; which one fits best?',
    'We are four people, which mesh would you pick?',
    'Given all this, which service mesh makes sense?',
    'What should we adopt?',
    'Where should we go from Consul?',
    'What would you recommend?',
    'What do you suggest for a small shop?',
    'Should we bring in a mesh?',
    'Do we need a mesh at all?',
    'Is a mesh worth it for 12 services?',
    'Is there a mesh for us?',
    'Would a mesh help us, or is it overkill?',
    'We are on GKE. A mesh now?',
    'Linkerd or Istio?',
    'We use Istio. Keep it or take something lighter?',
    'Istio, or none?',
    'We run 20 clusters. Any suggestions?',
    'We are looking for a mesh that our auditors like.',
    'Options: Istio ambient, Linkerd, Cilium.',
    'Does Linkerd have FIPS builds? And which mesh should we take, then?',
    'Which mesh should a bank use?',
    'We wonder whether to enable what Cilium has or to add Linkerd.',
    'Would a mesh bring us anything? Should we adopt one?',
    'We have Windows nodes. Which mesh can do that?',
    'Do I need Linkerd if Cilium encrypts already?',
    'We run Linkerd and are happy. Stay or switch?',
    "We're considering alternatives.",
    'We have 60 services on VMs and pods. Options?',
  ])('a choice: %s', (text) => expect(asked(text)).toBe('choice'))

  it.each([
    'We need FIPS for a customer. Does Linkerd have a FIPS build?',
    'Which mesh has the lowest latency? We care about p99.',
    'Which meshes support Windows containers? We have a few .NET services.',
    'We have 3 clusters. Which mesh supports that without gateways?',
    'We run Istio on GKE; how do I upgrade it without restarts?',
    'What should we do about dropped connections?',
    'Should we set STRICT or PERMISSIVE?',
    'Can we run two modes on one cluster?',
    'We have 22,000 pods and want to know how much memory istiod needs.',
    'Which mesh should we take? And what would it cost?',
    'We moved last year and wonder whether ambient is stable.',
    'Do we need Istio CNI on each node?',
    'Which mesh can limit requests?',
    'Where is the recommended pattern for ECS documented?',
    "While evaluating Istio's ambient mode we saw fewer spans. Is that expected?",
    'Could someone explain how to make my jobs work with a mesh?',
  ])('something else: %s', (text) => expect(asked(text)).toBe('other'))

  it.each(['We have 40 services, a team of three and Calico.', 'mTLS is a must, retries would be nice', ''])(
    'nothing: %s',
    (text) => expect(asked(text)).toBe('nothing'),
  )
})
