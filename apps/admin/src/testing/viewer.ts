/** Somebody who has signed in and may do everything, unless a test bends it. */
export function testViewer(bent: Record<string, unknown> = {}) {
  return {
    id: 'viewer',
    userName: 'ban-to-chuc',
    name: 'Ban Tổ chức',
    stage: 'OPEN',
    secondFactor: false,
    byToken: false,
    grants: [],
    sessions: [],
    accessTokens: [],
    recoveryCodesLeft: 0,
    grantableRoles: [],
    viewerCanReadFigures: true,
    viewerCanReadPeople: true,
    viewerCanAdministerAccounts: true,
    viewerCanReadAudit: true,
    viewerCanEditRules: true,
    viewerCanDefineGroups: true,
    viewerCanEstablishRoots: true,
    viewerCanReorganize: true,
    ...bent,
  }
}
