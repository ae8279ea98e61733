import { graphql, type ResultOf } from '../../gql/graphql.js'

export const CoursesQuery = graphql(`
  query Courses($id: ID!, $at: Date!, $from: Date!, $to: Date!) {
    organization(id: $id, at: $at) {
      id
      at
      courses(from: $from, to: $to) {
        id
        version
        kind
        name
        audience
        place
        startsOn
        endsOn
        sessions
        places
        taken
        passed
        organization {
          id
          at
          name
        }
      }
      membersWithoutCourse {
        admittedOn
        person {
          id
          fullName
        }
        organization {
          id
          at
          name
        }
      }
    }
  }
`)

export const CourseQuery = graphql(`
  query Course($id: ID!) {
    course(id: $id) {
      id
      version
      kind
      name
      startsOn
      endsOn
      sessions
      places
      taken
      place
      organization {
        id
        at
        viewerCanRunCourses
      }
      participants {
        id
        version
        registeredOn
        attended
        result
        resultOn
        certificateNumber
        person {
          id
          fullName
        }
        organization {
          id
          at
          name
        }
      }
    }
  }
`)

export const SetCourseMutation = graphql(`
  mutation SetCourse($input: SetCourseInput!) {
    setCourse(input: $input) {
      id
      version
    }
  }
`)

export const RecordResultsMutation = graphql(`
  mutation RecordCourseResults($input: RecordResultsInput!) {
    recordCourseResults(input: $input) {
      id
      version
    }
  }
`)

export type Course = NonNullable<ResultOf<typeof CoursesQuery>['organization']>['courses'][number]
export type CourseWithPeople = NonNullable<ResultOf<typeof CourseQuery>['course']>
export type Participant = CourseWithPeople['participants'][number]
