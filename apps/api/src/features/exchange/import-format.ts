import {
  CANDIDATE_STAGES,
  codesOf,
  COURSE_AUDIENCES,
  COURSE_KINDS,
  COURSE_RESULTS,
  DECLARED_QUALIFIERS,
  DEGREES,
  DISSOLVE_REASONS,
  INTRODUCERS,
  isDay,
  LETTER_OUTCOMES,
  LIMITS,
  NO_SOURCE_CAUSES,
  OCCUPATIONS,
  ORGANIZATION_EVENT_KINDS,
  OUTSIDE_KINDS,
  POLITICAL_THEORIES,
  PROCEDURE,
  REMOVAL_REASONS,
  REVIEW_RESULTS,
  ROUNDING_MODES,
  RULES,
  SCHOOLINGS,
  SOURCE_KINDS,
  SPECIAL_CASES,
  SPECIAL_DAYS,
  STRIKE_REASONS,
  TARGET_KINDS,
  TARGET_RULES,
  UNIT_CONDITIONS,
} from '@seedbed/shared'
import { z } from 'zod'
import { statementParts } from '../statement/template-body.js'

/**
 * The import format: one JSON object a line, `type` says what it is. docs/import.md is printed from these schemas.
 * A reference (`ref`) is the sender's own name for a person or document: unique in the installation, so that a
 * later file can go on where an earlier one ended. Units are named by the code they have on the day of the line.
 */

const day = z.string().refine(isDay, 'a calendar day, YYYY-MM-DD')
const ref = z
  .string()
  .min(1)
  .max(80)
  .refine((text) => text.trim() === text, 'must not begin or end with a blank')
  .describe("The sender's own name for it, unique in the installation")
const code = z
  .string()
  .min(1)
  .max(LIMITS.codeLength)
  .refine((text) => text.trim() === text, 'must not begin or end with a blank')
const name = z
  .string()
  .min(1)
  .max(LIMITS.nameLength)
  .refine((text) => text.trim() !== '', 'must not be blank')
const note = z.string().max(LIMITS.noteLength).optional()
const oneOf = <Code extends string>(list: Readonly<Record<Code, unknown>>) =>
  z.enum(codesOf(list as never) as [Code, ...Code[]])

const count = z.int().min(0).max(100_000)

const documented = { document: ref.optional().describe('Ref of a document line'), note }
const atUnit = { organization: code.describe('Code that the unit has on that day'), on: day, ...documented }
const ofPerson = { person: ref.describe('Ref of a person line'), ...atUnit }

const admissionAttributes = {
  youthUnion: z.boolean(),
  schooling: oneOf(SCHOOLINGS).optional(),
  degree: oneOf(DEGREES).optional(),
  politicalTheory: oneOf(POLITICAL_THEORIES).optional(),
  occupation: oneOf(OCCUPATIONS).optional(),
  sourceKind: oneOf(SOURCE_KINDS).optional(),
}

/** What is known of the person on that day; absent: not known. */
const stated = { ...admissionAttributes, youthUnion: z.boolean().optional() }
const joinedOn = day.optional().describe('Day of the decision to admit: years of membership count from it')

const percent = z.number().min(0).max(100)

const rounding = z.strictObject({
  mode: z.enum(ROUNDING_MODES),
  decimals: z.int().min(0).max(LIMITS.decimals),
  trailingZeros: z.boolean().optional().describe('false: at most so many decimals; absent: zeros are kept'),
})

const unitRef = z
  .union([z.strictObject({ code }), z.strictObject({ ref: code })])
  .describe(
    'code: who carries it on the day before; ref: a unit that an operation of the reorganization founds',
  )
const newUnit = z
  .strictObject({
    ref: code.optional(),
    code,
    name,
    tier: z.string(),
    kind: z.string(),
    sector: z.string().optional(),
    parent: unitRef.optional(),
  })
  .describe('A unit to be founded; its ref is its code if absent, without parent it is a root')

export const importLine = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('installation'),
    defaultAsOf: day,
    demonstration: z.boolean().optional(),
    smallNumber: z
      .int()
      .min(0)
      .max(LIMITS.smallNumber)
      .optional()
      .describe('Numbers of persons below it are covered for those who may see figures only; 0: none'),
  }),
  z.strictObject({
    type: z.literal('establish'),
    code,
    name,
    tier: z.string(),
    kind: z.string(),
    sector: z.string().optional(),
    parent: code.optional().describe('Absent for a root'),
    on: day,
    ...documented,
  }),
  z.strictObject({ type: z.literal('rename'), ...atUnit, name, code: code.optional() }),
  z.strictObject({
    type: z.literal('reclassify'),
    ...atUnit,
    tier: z.string().optional(),
    kind: z.string().optional(),
    sector: z.string().optional(),
    name: name.optional(),
    code: code.optional(),
  }),
  z.strictObject({ type: z.literal('move'), ...atUnit, parent: code, code: code.optional() }),
  z.strictObject({
    type: z.literal('dissolve'),
    ...atUnit,
    successor: code.optional(),
    reason: oneOf(DISSOLVE_REASONS).optional(),
  }),
  z.strictObject({
    type: z.literal('reorganization'),
    ref,
    organization: code.describe('Whose reorganization it is: code on the day before'),
    on: day.describe('First day on which its operations hold'),
    title: z.string().min(1).max(400),
    decisionNumber: z.string().max(80).optional(),
    signatory: z.string().max(200).optional(),
    signedOn: day.optional(),
    targetRule: oneOf(TARGET_RULES).optional().describe('For operations that state none; SUM if absent'),
    apply: z.boolean().optional().describe('false: it stays a draft; absent: it is applied'),
    ...documented,
  }),
  z.strictObject({
    type: z.literal('operation'),
    reorganization: ref.describe('Ref of a reorganization line'),
    kind: oneOf(ORGANIZATION_EVENT_KINDS),
    units: z.array(unitRef).max(LIMITS.operationUnits).optional(),
    newUnit: newUnit.optional(),
    successors: z
      .array(
        z.strictObject({
          unit: unitRef.optional(),
          newUnit: newUnit.optional(),
          principal: z.boolean().optional(),
          children: z.array(unitRef).max(LIMITS.operationUnits).optional(),
          persons: z
            .array(ref)
            .max(LIMITS.operationUnits)
            .optional()
            .describe('SPLIT of a cell: who goes there'),
        }),
      )
      .max(LIMITS.operationUnits)
      .optional(),
    parent: unitRef.optional(),
    name: name.optional(),
    code: code.optional(),
    tier: z.string().optional(),
    unitKind: z.string().optional(),
    sector: z.string().optional(),
    reason: oneOf(DISSOLVE_REASONS).optional(),
    targetRule: oneOf(TARGET_RULES).optional(),
    restToPrincipal: z.boolean().optional(),
    note,
  }),
  z.strictObject({ type: z.literal('rounding'), organization: code, on: day, rounding: rounding.nullable() }),
  z.strictObject({
    type: z.literal('document'),
    ref,
    organization: code,
    on: day.describe('Day on which the code of the unit is looked up'),
    number: z.string().min(1).max(80),
    title: z.string().min(1).max(400),
    issuer: z.string().max(200).optional(),
    signedOn: day.optional(),
    note,
  }),
  z.strictObject({
    type: z.literal('target'),
    organization: code,
    on: day.describe('Day on which the code of the unit is looked up'),
    kind: oneOf(TARGET_KINDS),
    indicator: z.string().max(40).optional().describe('Absent: what the kind usually counts'),
    yearFrom: z.int().min(1930).max(2200),
    yearTo: z.int().min(1930).max(2200),
    amountMin: z
      .int()
      .min(0)
      .max(LIMITS.target)
      .optional()
      .describe('Persons; the lower bound of a range; not for rates and shares'),
    amountMax: z.int().min(0).max(LIMITS.target).optional(),
    rate: percent
      .optional()
      .describe('Percent, at most two decimals: of members, of those admitted, or of units'),
    rateMax: percent.optional().describe('RATE_OF_MEMBERS: upper bound'),
    base: z
      .int()
      .min(0)
      .max(LIMITS.declared)
      .optional()
      .describe('RATE_OF_MEMBERS: the members it was set with'),
    baseOn: day.optional().describe('RATE_OF_MEMBERS: the day at whose end they were counted'),
    condition: oneOf(UNIT_CONDITIONS).optional().describe('COVERAGE: what units are to fulfil'),
    tier: z.string().max(30).optional().describe('COVERAGE: the tier of the units'),
    unitKind: z.string().max(30).optional().describe('Only for cells (COVERAGE: units) of this kind'),
    unitSector: z.string().max(30).optional().describe('Only for cells (COVERAGE: units) of this sector'),
    groupSet: name.optional().describe('With group: only for the units of this group'),
    group: name.optional(),
    ...documented,
  }),
  z.strictObject({
    type: z.literal('targetRegistration'),
    organization: code,
    on: day.describe('Day on which the code of the unit is looked up'),
    year: z.int().min(1930).max(2200),
    wanted: z.int().min(0).max(LIMITS.target).optional().describe('Its own number for the year'),
    expected: z
      .int()
      .min(0)
      .max(LIMITS.target)
      .optional()
      .describe('How many it expects to have admitted by the end of the year'),
    note,
  }),
  z.strictObject({
    type: z.literal('targetPlan'),
    organization: code.describe('Whose units it is for'),
    on: day.describe('Day on which the codes of the units are looked up'),
    year: z.int().min(1930).max(2200),
    name,
    document: ref
      .optional()
      .describe('Ref of a document line: it was issued; its targets are lines of their own'),
    signatory: name.optional().describe('With document: who signed it'),
    issuedOn: day.optional().describe('With document: when it was issued'),
    lines: z
      .array(z.strictObject({ organization: code, amount: z.int().min(0).max(LIMITS.target), note }))
      .max(LIMITS.worksheetRows),
    note,
  }),
  z.strictObject({
    type: z.literal('term'),
    organization: code,
    on: day.describe('Day on which the code of the unit is looked up'),
    name,
    from: day,
    to: day.optional().describe('Last day; absent while nobody knows its end'),
    document: documented.document,
  }),
  z.strictObject({
    type: z.literal('declaredFigure'),
    organization: code.describe('Code that the unit has on asOf'),
    indicator: z.string().max(40).describe('Id of a figure in persons or percent'),
    from: day.optional().describe('First day of the period; absent for a figure of one day'),
    asOf: day,
    count: z.int().min(0).max(LIMITS.declared).optional().describe('Persons; of a percentage its numerator'),
    qualifier: oneOf(DECLARED_QUALIFIERS).optional().describe('EXACTLY if absent'),
    printedPercentage: z.string().max(20).optional().describe('As printed, "146,6"'),
    ...documented,
  }),
  z.strictObject({
    type: z.literal('statementTemplate'),
    organization: code.optional().describe('Code that the unit has on validFrom; absent: everybody'),
    template: z.string().min(1).max(40).describe('Capital letters, digits and _'),
    title: name,
    validFrom: day,
    validTo: day.optional().describe('Last day; absent while it holds'),
    parts: statementParts,
  }),
  z.strictObject({
    type: z.literal('rule'),
    rule: oneOf(RULES),
    value: z.int().min(0).max(1_000),
    per: z.int().min(1).max(1_000).optional().describe('Of a share: of so many'),
    regulation: z.string().min(1).max(80),
    article: z.string().min(1).max(80).optional(),
    confirmed: z.boolean().optional().describe('Compared with the text of the regulation'),
    validFrom: day,
    validTo: day.optional().describe('Last day; absent while it holds'),
    note,
  }),
  z.strictObject({
    type: z.literal('dossierForm'),
    form: z.string().min(1).max(20).describe('Code of the form, such as 1-KNĐ'),
    title: name,
    issuer: name.describe('Who makes it out'),
    regulation: z.string().min(1).max(80),
    confirmed: z.boolean().optional(),
    validFrom: day,
    validTo: day.optional().describe('Last day; absent while it holds'),
    note,
  }),
  z.strictObject({
    type: z.literal('requirement'),
    organization: code.describe('Code that the unit has on validFrom'),
    title: name,
    stage: oneOf(CANDIDATE_STAGES).describe('The stage that nobody reaches without it'),
    sourceKind: oneOf(SOURCE_KINDS).optional().describe('Absent: of all sources'),
    validFrom: day,
    validTo: day.optional().describe('Last day; absent while it holds'),
    ...documented,
  }),
  z.strictObject({
    type: z.literal('workYear'),
    year: z.int().min(1930).max(2200),
    source: z.string().min(1).max(200),
    days: z
      .array(z.strictObject({ date: day, kind: oneOf(SPECIAL_DAYS), name }))
      .max(120)
      .describe('Every day off, and every Saturday or Sunday that is worked'),
  }),
  z.strictObject({ type: z.literal('groupSet'), name }),
  z.strictObject({ type: z.literal('group'), groupSet: name, name }),
  z.strictObject({ type: z.literal('joinGroup'), groupSet: name, group: name, organization: code, on: day }),
  z.strictObject({ type: z.literal('leaveGroup'), groupSet: name, group: name, organization: code, on: day }),
  z.strictObject({
    type: z.literal('openingBalance'),
    ...atUnit,
    members: z.int().min(0).max(LIMITS.openingMembers),
    probationaryMembers: z.int().min(0).max(LIMITS.openingMembers),
  }),
  z.strictObject({
    type: z.literal('person'),
    ref,
    fullName: name,
    birthDate: day,
    female: z.boolean(),
    ethnicity: z.string().describe('Code of the ethnic group, 01 is Kinh'),
    religion: z.string().optional().describe('Code of the religion; absent: follows none'),
    identityNumber: z.string().optional().describe('12 digits, leading zeros kept'),
    residence: name.optional().describe('Commune or ward where the person lives'),
    note,
  }),
  z.strictObject({
    type: z.literal('openingMember'),
    ...ofPerson,
    ...stated,
    probationary: z.boolean(),
    joinedOn,
  }),
  z.strictObject({
    type: z.literal('introduction'),
    ...ofPerson,
    ...stated,
    introducer: oneOf(INTRODUCERS),
  }),
  z.strictObject({
    type: z.literal('courseCompletion'),
    ...ofPerson,
    ...stated,
    audience: oneOf(COURSE_AUDIENCES),
    courseName: name.optional(),
    certificateNumber: z.string().min(1).max(LIMITS.codeLength).optional(),
  }),
  z.strictObject({ type: z.literal('identification'), ...ofPerson, ...stated }),
  z.strictObject({ type: z.literal('listing'), ...ofPerson, ...stated }),
  z.strictObject({ type: z.literal('enrolment'), ...ofPerson, ...stated }),
  z.strictObject({ type: z.literal('courseLeft'), ...ofPerson }),
  z.strictObject({
    type: z.literal('course'),
    ref,
    organization: code.describe('Who runs it; code on startsOn'),
    kind: oneOf(COURSE_KINDS),
    name,
    audience: oneOf(COURSE_AUDIENCES),
    place: name.optional(),
    startsOn: day,
    endsOn: day,
    sessions: z.int().min(1).max(200),
    places: z.int().min(1).max(500),
    ...documented,
  }),
  z.strictObject({
    type: z.literal('coursePlace'),
    course: ref.describe('Ref of a course line'),
    person: ref.describe('Ref of a person line'),
    on: day.describe('Day of the registration'),
    attended: z.int().min(0).max(200).optional().describe('Sessions'),
    result: oneOf(COURSE_RESULTS).optional(),
    resultOn: day.optional(),
    certificateNumber: z.string().min(1).max(LIMITS.codeLength).optional().describe('Of who passed'),
  }),
  z.strictObject({
    type: z.literal('mentorship'),
    person: ref.describe('The candidate'),
    mentor: ref.describe('An official member'),
    from: day,
    to: day.optional().describe('Last day; absent while it lasts'),
    ...documented,
  }),
  z.strictObject({
    type: z.literal('mentorReview'),
    person: ref.describe('The candidate'),
    mentor: ref,
    on: day,
    result: oneOf(REVIEW_RESULTS),
    note,
  }),
  z.strictObject({
    type: z.literal('noSource'),
    ...atUnit,
    cause: oneOf(NO_SOURCE_CAUSES),
  }),
  z.strictObject({
    type: z.literal('dossier'),
    person: ref.describe('Ref of a person line: a candidate with a certificate'),
    ref: ref.optional(),
    on: day.describe('Opened on'),
    papers: z
      .array(
        z.strictObject({
          form: z.string().min(1).max(20).describe('Code of the catalogue, such as 2-KNĐ'),
          datedOn: day,
          receivedOn: day.optional(),
          madeBy: name.optional(),
        }),
      )
      .min(1)
      .max(100)
      .describe('The application at least'),
    recommenders: z
      .array(
        z.strictObject({
          person: ref.describe('An official member'),
          togetherSince: day,
          substitute: z.boolean().optional(),
        }),
      )
      .max(10)
      .optional(),
    introducer: oneOf(INTRODUCERS).optional(),
    letters: z
      .array(
        z.strictObject({
          subject: name,
          addressee: name,
          abroad: z.boolean().optional(),
          sentOn: day,
          answeredOn: day.optional(),
          outcome: oneOf(LETTER_OUTCOMES).optional(),
        }),
      )
      .max(50)
      .optional(),
    approvals: z
      .array(z.strictObject({ specialCase: oneOf(SPECIAL_CASES), on: day, givenBy: name }))
      .max(20)
      .optional(),
    schooling: oneOf(SCHOOLINGS).optional(),
    foreignMarriage: z.boolean().optional(),
    recordClearedOn: day.optional(),
    leftForHardship: z.boolean().optional(),
    steps: z
      .array(
        z.strictObject({
          kind: oneOf(PROCEDURE),
          on: day,
          outcome: z.enum(['YES', 'NO']).optional().describe('DECISION'),
          votes: z
            .strictObject({
              officialMembers: count,
              temporarilyAway: count.optional(),
              exemptedAbsent: count.optional(),
              present: count,
              agreed: count,
              against: count,
            })
            .optional(),
          note,
        }),
      )
      .max(100)
      .optional()
      .describe('In the order in which they were taken'),
    ...documented,
  }),
  z.strictObject({
    type: z.literal('delegation'),
    ...atUnit,
    to: day.optional().describe('Last day; absent while it lasts'),
  }),
  z.strictObject({ type: z.literal('procedureStart'), ...atUnit }),
  z.strictObject({ type: z.literal('handover'), ...ofPerson, toOrganization: code }),
  z.strictObject({ type: z.literal('strike'), ...ofPerson, reason: oneOf(STRIKE_REASONS) }),
  z.strictObject({
    type: z.literal('newMemberCourse'),
    ...ofPerson,
    courseName: name.optional(),
    certificateNumber: z.string().min(1).max(LIMITS.codeLength).optional(),
  }),
  z.strictObject({ type: z.literal('admission'), ...ofPerson, ...admissionAttributes }),
  z.strictObject({ type: z.literal('readmission'), ...ofPerson, ...admissionAttributes }),
  z.strictObject({
    type: z.literal('restoration'),
    ...ofPerson,
    ...stated,
    probationary: z.boolean(),
  }),
  z.strictObject({ type: z.literal('ceremony'), ...ofPerson }),
  z.strictObject({ type: z.literal('attributeChange'), ...ofPerson, ...stated }),
  z.strictObject({ type: z.literal('recognition'), ...ofPerson }),
  z.strictObject({ type: z.literal('transfer'), ...ofPerson, toOrganization: code }),
  z.strictObject({
    type: z.literal('transferIn'),
    ...ofPerson,
    ...stated,
    joinedOn,
    outsideKind: oneOf(OUTSIDE_KINDS),
    outsidePlace: name.optional(),
    probationary: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('transferOut'),
    ...ofPerson,
    outsideKind: oneOf(OUTSIDE_KINDS),
    outsidePlace: name.optional(),
  }),
  z.strictObject({ type: z.literal('removal'), ...ofPerson, reason: oneOf(REMOVAL_REASONS) }),
  z.strictObject({ type: z.literal('death'), ...ofPerson }),
])

/** One line of an import file, checked for shape only; whether it may be recorded, the services say. */
export type ImportLine = z.infer<typeof importLine>
