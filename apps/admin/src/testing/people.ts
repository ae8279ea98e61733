/** Invented people, admitted at the cell of the test tree; newest first. */
export function testAdmissions(count: number) {
  return Array.from({ length: count }, (_, index) => {
    const female = index % 2 === 0
    const occupation = ['TEACHER', 'PUPIL', 'WORKER', 'PUBLIC_EMPLOYEE'][index % 4]!
    const day = `2024-${String(11 - (index % 10)).padStart(2, '0')}-${String(10 - (index % 9)).padStart(2, '0')}`
    return {
      id: `admission-${index}`,
      on: day,
      decidedOn: day,
      ceremonyOn: index % 5 === 0 ? null : day,
      recognizedOn: null,
      officialFrom: null,
      backfilled: false,
      readmission: index === 7,
      introducer: index % 3 === 0 ? 'YOUTH_UNION' : null,
      courseCompletedOn: '2023-08-20',
      personId: `person-${index}`,
      fullName: `${female ? 'Trần Thị' : 'Nguyễn Văn'} ${['An', 'Bình', 'Chi', 'Dũng', 'Giang'][index % 5]} ${index + 1}`,
      attributes: {
        age: 19 + (index % 20),
        female,
        ethnicity: '01',
        religion: null,
        youthUnion: index % 3 !== 1,
        schooling: 'UPPER_SECONDARY',
        degree: index % 2 === 0 ? 'UNIVERSITY' : 'NONE',
        politicalTheory: null,
        occupation,
        sourceKind: 'RESIDENT',
        sector: 'TERRITORIAL',
      },
    }
  })
}
