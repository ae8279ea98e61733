import { ApolloLink } from '@apollo/client'
import { Observable } from 'rxjs'

/** Refuses the named operation as long as `isFailing` says so; everything else goes on to the next link. */
export function failingLink(
  operationName: string,
  extensions: Record<string, unknown>,
  isFailing: () => boolean = () => true,
): ApolloLink {
  return new ApolloLink((operation, forward) => {
    if (operation.operationName !== operationName || !isFailing()) return forward(operation)
    return new Observable((observer) => {
      observer.next({ data: null, errors: [{ message: 'refused', extensions }] })
      observer.complete()
    })
  })
}
