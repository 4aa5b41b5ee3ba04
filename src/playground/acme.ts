/** A person of the seeded workspace. */
export interface SeedPerson {
  name: string
  realName: string
  title: string
}

/** A channel of the seeded workspace. */
export interface SeedChannel {
  name: string
  topic: string
  /** Whether the app has been invited. */
  withApp: boolean
}

/** The workspace in which Meshwise is tried: a platform team that has to pick a mesh. */
export const acme: {
  team: { name: string; domain: string }
  people: readonly SeedPerson[]
  channels: readonly SeedChannel[]
} = {
  team: { name: 'Acme Platform', domain: 'acme-platform' },
  people: [
    { name: 'ada', realName: 'Ada Okafor', title: 'Platform lead' },
    { name: 'ben', realName: 'Ben Lindqvist', title: 'Site reliability engineer' },
    { name: 'chiara', realName: 'Chiara Moretti', title: 'Security engineer' },
  ],
  channels: [
    { name: 'platform', topic: 'Clusters, pipelines and the road ahead', withApp: true },
    { name: 'mesh-decision', topic: 'Which service mesh, and by when', withApp: true },
    { name: 'random', topic: 'Everything else', withApp: false },
  ],
}
