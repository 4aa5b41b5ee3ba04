import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PluginTransformQueryArgs,
  type PluginTransformResultArgs,
  type PrimitiveValueListNode,
  type ValueNode,
} from 'kysely'

/**
 * Makes every text that goes into a query one that each database takes, and gives back as it was: PostgreSQL refuses
 * U+0000, and half a surrogate pair has no UTF-8. SQLite would take both, but what is kept is to be the same everywhere.
 */
export class StorableTexts implements KyselyPlugin {
  readonly #mend = new MendTexts()

  transformQuery({ node, queryId }: PluginTransformQueryArgs) {
    return this.#mend.transformNode(node, queryId)
  }

  async transformResult({ result }: PluginTransformResultArgs) {
    return result
  }
}

class MendTexts extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return { ...node, value: mend(node.value) }
  }

  protected override transformPrimitiveValueList(node: PrimitiveValueListNode): PrimitiveValueListNode {
    return { ...node, values: node.values.map(mend) }
  }
}

const mend = (value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value
