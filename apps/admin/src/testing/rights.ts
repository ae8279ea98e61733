const VERBS = [
  'ReadFigures',
  'ReadPeople',
  'ReadAudit',
  'RecordPeople',
  'RecordSources',
  'RecordMembership',
  'CorrectMembership',
  'FileDocuments',
  'Manage',
  'Reorganize',
  'RunCourses',
  'EditRules',
  'AssignTargets',
  'RegisterTargets',
  'UnlockTargets',
  'SetTerms',
  'DeclareFigures',
  'ChangeSettings',
  'RunInspections',
  'RecordFindings',
  'AnswerFindings',
  'ShareQueries',
  'AdministerAccounts',
  'DefineGroups',
  'EstablishRoots',
  'PrepareDossiers',
  'DecideAdmissions',
  'SetProcedure',
]

/** What the viewer may do: everything but what is named. */
export function rightsOf(cannot: readonly string[]): Record<string, boolean> {
  return Object.fromEntries(VERBS.map((verb) => [`viewerCan${verb}`, !cannot.includes(`viewerCan${verb}`)]))
}
