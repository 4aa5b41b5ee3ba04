import type { Tenant } from './storage.ts'

/**
 * The columns that say whose a row is, the same in every table and never null: `enterprise_id` is empty outside an
 * organisation, `team_id` where the app is installed for an organisation as a whole, and both where a row is nobody's.
 */
export interface TenantColumns {
  enterprise_id: string
  team_id: string
}

export const tenantColumns = ({ enterpriseId = '', teamId = '' }: Tenant): TenantColumns => ({
  enterprise_id: enterpriseId,
  team_id: teamId,
})

export const tenantOf = ({ enterprise_id, team_id }: TenantColumns): Tenant => ({
  enterpriseId: enterprise_id === '' ? undefined : enterprise_id,
  teamId: team_id === '' ? undefined : team_id,
})
