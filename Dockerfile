# The application in one image: GraphQL API and web application, run by an account without rights.
# Another Node image (a mirror, or one pinned by digest): --build-arg NODE_IMAGE=node@sha256:…
ARG NODE_IMAGE=node:20.20.2-bookworm-slim

# Builds everything; better-sqlite3 is compiled where there is no binary for it.
FROM ${NODE_IMAGE} AS build
RUN apt-get update \
  && apt-get install -y --no-install-recommends python3 make g++ \
  && rm -rf /var/lib/apt/lists/*
WORKDIR /app
ENV TURBO_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
COPY packages/shared/package.json packages/shared/
COPY apps/api/package.json apps/api/
COPY apps/admin/package.json apps/admin/
COPY apps/e2e/package.json apps/e2e/
RUN npm ci
COPY tsconfig.base.json turbo.json ./
COPY packages packages
COPY apps apps
RUN npx turbo run build --filter=@seedbed/api --filter=@seedbed/admin

# What the API needs at run time, and nothing to build with.
FROM build AS modules
RUN rm -rf node_modules \
  && npm ci --omit=dev --workspace @seedbed/api --workspace @seedbed/shared

FROM ${NODE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production \
  HOST=0.0.0.0 \
  PORT=4000 \
  SEEDBED_DATA_DIR=/data \
  SEEDBED_DEMO=off \
  GRAPHQL_SAFELIST=on
COPY --from=modules /app/node_modules node_modules
COPY --from=build /app/package.json ./
COPY --from=build /app/packages/shared/package.json packages/shared/
COPY --from=build /app/packages/shared/dist packages/shared/dist
COPY --from=build /app/apps/api/package.json apps/api/
COPY --from=build /app/apps/api/dist apps/api/dist
COPY --from=build /app/apps/admin/dist apps/admin/dist
COPY --from=build /app/apps/admin/dist-safelist apps/admin/dist-safelist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=5 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4000/health').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "--max-semi-space-size=32"]
CMD ["apps/api/dist/main.js"]
