import { basename } from 'node:path'

const kebabCase = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/u

/** Files are named in kebab-case with a role suffix: organization-list.tsx, tree.service.ts. */
export const fileNames = {
  meta: { type: 'suggestion', schema: [], messages: { name: '"{{name}}" is not in kebab-case' } },
  create(context) {
    return {
      Program(node) {
        const name = basename(context.filename)
        if (!kebabCase.test(name)) context.report({ node, messageId: 'name', data: { name } })
      },
    }
  },
}
