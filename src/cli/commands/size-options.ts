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
    .option('--services <number>', 'services in the mesh, all of which an Istio sidecar is told of')
    .option('--scoped', 'each Istio sidecar is told only of the services that its pod calls')
    .option('--unscoped', 'it is told of all of them')
    .option('--gateways <number>', 'gateway replicas, for Istio')
    .option('--connections <number>', 'open connections of a pod, for Linkerd')
    .option('--ha', 'with the values for high availability, for Linkerd')
    .option('--consul-servers <number>', 'Consul servers')
    .option('--node-gib <number>', 'memory of a node in GiB, for the maps of Cilium')
    .option('--prices <place>', 'where machines are paid for, such as azure-westeurope-arm')
    .addOption(new Option('--cilium <role>', 'what Cilium is in the cluster').choices(ciliumRoles))
