import { GRANT_TIERS, POLICY, ROLES, VERBS, type GrantTier, type Role, type Verb } from '@seedbed/shared'
import { describe, expect, it } from 'vitest'
import { accessOf } from './access.js'

const tiers: readonly GrantTier[] = [
  'INSTALLATION',
  'PROVINCE',
  'DISTRICT',
  'SUPERIOR_COMMUNE',
  'GRASSROOTS',
  'SECTION',
  'GRASSROOTS_CELL',
  'CELL',
]
const letters: Record<GrantTier, string> = {
  INSTALLATION: 'I',
  PROVINCE: 'P',
  DISTRICT: 'D',
  SUPERIOR_COMMUNE: 'S',
  GRASSROOTS: 'G',
  SECTION: 's',
  GRASSROOTS_CELL: 'g',
  CELL: 'c',
}
const roles = Object.keys(ROLES) as Role[]

/**
 * The verdicts: per verb, for each role in the order of ROLES, the levels at which a grant carries it, a letter a
 * level. Written out by hand, so that a change of the policy is a change here too.
 */
const verdicts: Record<Verb, string> = {
  'organizations.read': 'I IPDSGs IPDSG IPDSG PDSG gc IPDSGsgc',
  'figures.read': '- IPDSGs IPDSG IPDSG PDSG gc IPDSGsgc',
  'people.read': '- IPDSGs IPDSG IPDSG PDSG gc -',
  'people.reveal': '- - IPDSG IPDS PDSG gc -',
  'people.record': '- - IPDSG - PDSG gc -',
  'sources.record': '- - IPDSG - PDSG gc -',
  'courses.run': '- - IPDSG - PDSG - -',
  'dossiers.prepare': '- - IPDSG - PDSG gc -',
  'dossiers.decide': '- - IPDSG - PDSG - -',
  'procedure.set': '- IPDS IPDS - - - -',
  'membership.record': '- - IPDSG - PDSG - -',
  'membership.correct': '- - IPDSG - PDSG - -',
  'documents.file': '- IPDSGs IPDSG - PDSG gc -',
  'organizations.manage': '- IPDSGs - - - - -',
  'organizations.reorganize': '- IPDS - - - - -',
  'groups.define': '- IP - - - - -',
  'targets.assign': '- - IPDSG - - - -',
  'targets.register': '- - IPDSG - PDSG gc -',
  'targets.unlock': '- - IPDS - - - -',
  'terms.set': '- IPDSGs IPDSG - - - -',
  'figures.declare': '- - IPDSG - PDSG - -',
  'settings.change': '- IPDSGs IPDSG - - - -',
  'rules.edit': '- IP - - - - -',
  'inspection.run': '- - - IPDSG - - -',
  'findings.record': '- - - IPDSG - - -',
  'findings.answer': '- - - - PDSG gc -',
  'accounts.administer': 'I IPDSGs - - - - -',
  'system.administer': 'I - - - - - -',
  'queries.share': '- IPDSGs IPDSG IPDSG - - -',
  'audit.read': 'I IPDSGs - IPDSG - - -',
  'operations.any': '- IPDS IPDS IPDS - - -',
}

const unit = 7

function verdict(verb: Verb, role: Role): string {
  const held = tiers.filter((tier) => {
    const organization = tier === 'INSTALLATION' ? 0 : unit
    const scope = accessOf([{ role, organization, tier }]).get(verb)
    return scope?.all === true || (scope?.organizations.length ?? 0) > 0
  })
  return held.map((tier) => letters[tier]).join('') || '-'
}

describe('the policy', () => {
  it.each(Object.keys(VERBS) as Verb[])('says who holds %s by a grant at which level', (verb) => {
    expect(roles.map((role) => verdict(verb, role)).join(' ')).toBe(verdicts[verb])
  })

  it('names no level at which the role cannot be granted', () => {
    for (const held of Object.values(POLICY))
      for (const [role, at] of Object.entries(held))
        if (at !== 'all') expect(GRANT_TIERS[role as Role]).toEqual(expect.arrayContaining([...at]))
  })

  it('lets only a grant on the installation reach everything', () => {
    expect(accessOf([{ role: 'VIEWER', organization: 0, tier: 'INSTALLATION' }]).get('figures.read')).toEqual(
      { all: true },
    )
    expect(accessOf([{ role: 'VIEWER', organization: unit, tier: 'CELL' }]).get('figures.read')).toEqual({
      all: false,
      organizations: [unit],
    })
  })

  it('adds grants up and gives nothing for none, or for one at a level that has no such role', () => {
    const both = accessOf([
      { role: 'VIEWER', organization: 1, tier: 'DISTRICT' },
      { role: 'CELL_SECRETARY', organization: 2, tier: 'CELL' },
    ])
    expect(both.get('figures.read')).toEqual({ all: false, organizations: [1, 2] })
    expect(both.get('people.read')).toEqual({ all: false, organizations: [2] })
    const none = { all: false, organizations: [] }
    expect(accessOf([]).get('organizations.read')).toEqual(none)
    expect(
      accessOf([{ role: 'CELL_SECRETARY', organization: 2, tier: 'GRASSROOTS' }]).get('people.read'),
    ).toEqual(none)
  })
})
