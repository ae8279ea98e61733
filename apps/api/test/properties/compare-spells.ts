import type { Day } from '@seedbed/shared'
import { Difference } from './difference.js'
import type { World } from './world.js'

/** Who is a candidate where and how far on a day: the stored spells against the definition; nobody is in two stages. */
export async function compareSpells(world: World, day: Day): Promise<void> {
  const rows = (await world.database.reader.query(
    'SELECT person, organization, stage FROM candidate_spell WHERE valid_from <= ? AND valid_to > ?',
    [day, day],
  )) as Array<{ person: number; organization: number; stage: string }>
  const product = rows.map(
    ({ person, organization, stage }) =>
      `${Number(person)} ${stage} ${world.tree.answerable(Number(organization), day)}`,
  )
  const naive = world.persons.flatMap((person) => {
    const now = world.candidacyOf(person, day)
    return now ? [`${person.id} ${now.stage} ${now.cell}`] : []
  })
  if (product.sort().join('; ') !== naive.sort().join('; '))
    throw new Difference(`candidates on ${day}`, product, naive, world)
}
