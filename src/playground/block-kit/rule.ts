/** The two kinds of text object. */
export type TextType = 'plain_text' | 'mrkdwn'

/** What a value in a Block Kit payload may be. Bounds are inclusive unless they say otherwise. */
export type Rule =
  | { is: 'string'; min?: number; max?: number; safeMax?: number; oneOf?: readonly string[]; pattern?: RegExp }
  | { is: 'number'; min?: number; max?: number; above?: number; integer?: true; oneOf?: readonly number[] }
  | { is: 'boolean' }
  | { is: 'text'; types: readonly TextType[]; min: number; max: number }
  | { is: 'list'; of: Rule; min?: number; max?: number; nullsAllowed?: true }
  | { is: 'object'; of: ObjectRule }
  | { is: 'typed'; family: Family; allowed: readonly string[] }
  | { is: 'anything' }

/** The three families of objects that are told apart by their type. */
export type Family = 'block' | 'element' | 'rich'

/** What an object may and must hold. A property that isn't named here is unknown to Slack. */
export interface ObjectRule {
  properties: { readonly [name: string]: Rule }
  required?: readonly string[]
  /** At least one of these. */
  requiredAny?: readonly string[]
  /** Exactly one of these. */
  requiredOneOf?: readonly string[]
  /** Groups that may not stand together. */
  exclusive?: readonly (readonly string[])[]
  /** A property that makes no sense without another. */
  requires?: { readonly [name: string]: string }
}

/** A string rule. */
export function string(bounds: Omit<Extract<Rule, { is: 'string' }>, 'is'> = {}): Rule {
  return { is: 'string', ...bounds }
}

/** A string that is one of a few. */
export function oneOf(...values: string[]): Rule {
  return { is: 'string', oneOf: values }
}

/** A number rule. */
export function number(bounds: Omit<Extract<Rule, { is: 'number' }>, 'is'> = {}): Rule {
  return { is: 'number', ...bounds }
}

/** A whole number rule. */
export function integer(min: number, max?: number): Rule {
  return { is: 'number', integer: true, min, ...(max === undefined ? {} : { max }) }
}

/** A plain_text object. */
export function plainText(max: number, min = 1): Rule {
  return { is: 'text', types: ['plain_text'], min, max }
}

/** A text object of either type. */
export function anyText(max: number, min = 1): Rule {
  return { is: 'text', types: ['plain_text', 'mrkdwn'], min, max }
}

/** A list rule. */
export function list(of: Rule, min?: number, max?: number): Rule {
  return { is: 'list', of, ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** An object rule. */
export function object(of: ObjectRule): Rule {
  return { is: 'object', of }
}

/** A block of one of these types. */
export function block(...allowed: string[]): Rule {
  return { is: 'typed', family: 'block', allowed }
}

/** An element of one of these types. */
export function element(...allowed: string[]): Rule {
  return { is: 'typed', family: 'element', allowed }
}

/** A part of a rich text block. */
export function rich(...allowed: string[]): Rule {
  return { is: 'typed', family: 'rich', allowed }
}

/** True or false. */
export const boolean: Rule = { is: 'boolean' }
