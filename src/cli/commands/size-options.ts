import { type Command, Option } from 'commander'
import { ciliumRoles } from '../../estimator/cluster-size.ts'

/** The options that say how large a cluster is, and what goes on in it. */
export const sizeOptions = (command: Command): Command =>
  command
    .option('--pods <number>', 'pods in the mesh')
    .option('--nodes <number>', 'worker nodes')
    .option('--rps <number>', 'user requests a second')
    .option('--hops <number>', 'calls that a request causes, one after another')
    .option('--calls <number>', 'calls that a request causes in all')
    .option('--depth <number>', 'calls one after another on the slowest path')
    .option('--l7', 'with HTTP routing, retries or HTTP authorization')
    .option('--waypoints <number>', 'waypoint replicas in all, for Istio ambient')
    .option('--consul-servers <number>', 'Consul servers')
    .addOption(new Option('--cilium <role>', 'what Cilium is in the cluster').choices(ciliumRoles))
