# The production image: Next's standalone server, the supervisor and the embedded store, bundled, and nothing else. No
# tests, no stand-in for Meta, no dev dependency.
FROM node:24-slim AS build
WORKDIR /src
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM node:24-slim
ENV NODE_ENV=production \
    NEXT_TELEMETRY_DISABLED=1 \
    HOSTNAME=0.0.0.0 \
    NODE_OPTIONS=--max-old-space-size=320 \
    PORT=8080
WORKDIR /app
COPY --from=build --chown=root:root /src/.next/standalone ./
# With PARLEY_DATA=/data everything is kept here; without PARLEY_DATA it stays empty and Google's Firestore is used.
RUN mkdir /data && chown node:node /data && chmod 700 /data
VOLUME /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "start.mjs"]
