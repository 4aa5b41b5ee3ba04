import { blockKitRules } from '../block-kit-rules.ts'
import { isObject, type JsonObject } from '../json.ts'
import type { Family, ObjectRule, Rule, TextType } from './rule.ts'
import type { Violation } from './violation.ts'

const textObject = (type: TextType): ObjectRule => ({
  properties: {
    type: { is: 'string' },
    text: { is: 'string' },
    ...(type === 'plain_text' ? { emoji: { is: 'boolean' } } : { verbatim: { is: 'boolean' } }),
  },
  required: ['type', 'text'],
})

/** Gathers violations while a payload is walked. */
export class Findings {
  readonly violations: Violation[] = []

  /** Notes what Slack refuses. */
  error(path: string, rule: string, message: string): void {
    this.violations.push({ path, rule, message, severity: 'error' })
  }

  /** Notes what Slack may refuse, or what makes a message hard to read. */
  warn(path: string, rule: string, message: string): void {
    this.violations.push({ path, rule, message, severity: 'warning' })
  }
}

/** Holds a value against a rule. The name is the property's, for messages. */
export function checkRule(value: unknown, rule: Rule, path: string, name: string, findings: Findings): void {
  switch (rule.is) {
    case 'anything':
      return
    case 'boolean':
      if (typeof value !== 'boolean') findings.error(path, 'type', `${name} must be true or false`)
      return
    case 'string':
      checkString(value, rule, path, name, findings)
      return
    case 'number':
      checkNumber(value, rule, path, name, findings)
      return
    case 'text':
      checkText(value, rule, path, name, findings)
      return
    case 'list':
      checkList(value, rule, path, name, findings)
      return
    case 'object':
      if (isObject(value)) checkObject(value, rule.of, path, name, findings)
      else findings.error(path, 'type', `${name} must be an object`)
      return
    case 'typed':
      checkTyped(value, rule.family, rule.allowed, path, name, findings)
  }
}

/** Holds an object against what it may and must hold. */
export function checkObject(value: JsonObject, rule: ObjectRule, path: string, name: string, findings: Findings): void {
  const has = (key: string) => value[key] !== undefined
  for (const [key, inner] of Object.entries(value)) {
    if (inner === undefined) continue
    const property = Object.hasOwn(rule.properties, key) ? rule.properties[key] : undefined
    if (property === undefined) findings.error(`${path}/${key}`, 'unknown_property', `${name} has no property ${key}`)
    else checkRule(inner, property, `${path}/${key}`, key, findings)
  }
  for (const key of rule.required ?? []) {
    if (!has(key)) findings.error(`${path}/${key}`, 'required', `${name} needs ${key}`)
  }
  if (rule.requiredAny && !rule.requiredAny.some(has)) {
    findings.error(path, 'required_any', `${name} needs at least one of ${rule.requiredAny.join(', ')}`)
  }
  if (rule.requiredOneOf && rule.requiredOneOf.filter(has).length !== 1) {
    findings.error(path, 'required_one_of', `${name} needs exactly one of ${rule.requiredOneOf.join(', ')}`)
  }
  for (const group of rule.exclusive ?? []) {
    if (group.filter(has).length > 1) findings.error(path, 'exclusive', `${name} may not have ${group.join(' and ')}`)
  }
  for (const [key, needed] of Object.entries(rule.requires ?? {})) {
    if (value[key] === true && value[needed] !== true) {
      findings.error(`${path}/${key}`, 'requires', `${key} needs ${needed}`)
    }
  }
}

function checkTyped(
  value: unknown,
  family: Family,
  allowed: readonly string[],
  path: string,
  name: string,
  findings: Findings,
): void {
  const type = isObject(value) ? value.type : undefined
  if (!isObject(value) || typeof type !== 'string') {
    findings.error(path, 'type', `${name} must be an object with a type`)
    return
  }
  if (!allowed.includes(type)) {
    findings.error(`${path}/type`, 'type_allowed', `${type} is not allowed here`)
    return
  }
  if (type === 'plain_text' || type === 'mrkdwn') {
    checkText(value, { is: 'text', types: [type], min: 1, max: 3000 }, path, name, findings)
    return
  }
  const rule = type === 'rich_text' ? blockKitRules.block[type] : blockKitRules[family][type]
  if (rule !== undefined) checkObject(value, rule, path, type, findings)
}

function checkString(
  value: unknown,
  rule: Extract<Rule, { is: 'string' }>,
  path: string,
  name: string,
  findings: Findings,
): void {
  if (typeof value !== 'string') {
    findings.error(path, 'type', `${name} must be a string`)
    return
  }
  checkLength(value.length, rule.min ?? 0, rule.max ?? Number.POSITIVE_INFINITY, 'characters', path, name, findings)
  if (rule.safeMax !== undefined && value.length > rule.safeMax && value.length <= (rule.max ?? 0)) {
    findings.warn(path, `${name}_safe_max`, `${name} has ${value.length} characters; ${rule.safeMax} are safe`)
  }
  if (rule.oneOf && !rule.oneOf.includes(value)) {
    findings.error(path, `${name}_enum`, `${name} must be one of ${rule.oneOf.join(', ')}`)
  }
  if (rule.pattern && !rule.pattern.test(value)) findings.error(path, `${name}_format`, `${name} is not well-formed`)
}

function checkNumber(
  value: unknown,
  rule: Extract<Rule, { is: 'number' }>,
  path: string,
  name: string,
  findings: Findings,
): void {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    findings.error(path, 'type', `${name} must be a number`)
    return
  }
  if (rule.integer && !Number.isInteger(value)) findings.error(path, 'type', `${name} must be a whole number`)
  if (rule.min !== undefined && value < rule.min) findings.error(path, `${name}_min`, `${name} is below ${rule.min}`)
  if (rule.max !== undefined && value > rule.max) findings.error(path, `${name}_max`, `${name} is above ${rule.max}`)
  if (rule.above !== undefined && value <= rule.above) {
    findings.error(path, `${name}_min`, `${name} must be above ${rule.above}`)
  }
  if (rule.oneOf && !rule.oneOf.includes(value)) {
    findings.error(path, `${name}_enum`, `${name} must be one of ${rule.oneOf.join(', ')}`)
  }
}

function checkText(
  value: unknown,
  rule: Extract<Rule, { is: 'text' }>,
  path: string,
  name: string,
  findings: Findings,
): void {
  if (!isObject(value)) {
    findings.error(path, 'type', `${name} must be a text object`)
    return
  }
  const type = rule.types.find((allowed) => allowed === value.type)
  if (type === undefined) {
    findings.error(`${path}/type`, 'text_type', `${name} must be ${rule.types.join(' or ')}`)
    return
  }
  checkObject(value, textObject(type), path, name, findings)
  if (typeof value.text === 'string') {
    checkLength(value.text.length, rule.min, rule.max, 'characters', `${path}/text`, name, findings)
  }
}

function checkList(
  value: unknown,
  rule: Extract<Rule, { is: 'list' }>,
  path: string,
  name: string,
  findings: Findings,
): void {
  if (!Array.isArray(value)) {
    findings.error(path, 'type', `${name} must be a list`)
    return
  }
  checkLength(value.length, rule.min ?? 0, rule.max ?? Number.POSITIVE_INFINITY, 'items', path, name, findings)
  value.forEach((item: unknown, index) => {
    if (item === null && rule.nullsAllowed) return
    checkRule(item, rule.of, `${path}/${index}`, name, findings)
  })
}

function checkLength(
  length: number,
  min: number,
  max: number,
  unit: string,
  path: string,
  name: string,
  findings: Findings,
): void {
  if (length < min) findings.error(path, `${name}_min`, `${name} has ${length} ${unit}, at least ${min} are needed`)
  if (length > max) findings.error(path, `${name}_max`, `${name} has ${length} ${unit}, at most ${max} are allowed`)
}
