import type { RequestContext } from '../../context.js'
import type { Finding } from '../../finding.js'
import { sampleChecksum } from './evidence-content.js'
import { listAllEvidence, listSamples } from './evidence.repository.js'
import { isUnaltered } from './evidence.service.js'

/** Evidence, and samples drawn from it, that are not as they were when their checksums were taken. */
export async function checkEvidence(ctx: RequestContext): Promise<Finding[]> {
  const found: Finding[] = []
  for (const head of await listAllEvidence(ctx)) {
    if (!(await isUnaltered(ctx, head)))
      found.push({ check: 'EVIDENCE', message: `evidence ${head.uid} of ${head.recordedAt} was altered` })
    for (const { uid, seed, size, percent, positions, checksum } of await listSamples(ctx, head.id)) {
      const facts = { seed, size, percent, positions: JSON.parse(positions) as number[] }
      if (sampleChecksum(head.checksum, facts) !== checksum)
        found.push({ check: 'EVIDENCE', message: `sample ${uid} of evidence ${head.uid} was altered` })
    }
  }
  return found
}
