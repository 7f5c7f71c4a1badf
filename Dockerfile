# The mock for teams without Node: docker build -t kombo-mock . && docker run --rm -p 127.0.0.1:4747:4747 kombo-mock
FROM node:26-slim AS build
WORKDIR /repository
COPY . .
RUN npx -y pnpm@12 install --frozen-lockfile
RUN npx -y pnpm@12 exec turbo run build --filter=kombo-mock
RUN npx -y pnpm@12 --filter kombo-mock deploy --legacy --prod /app

FROM node:26-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app .
USER node
EXPOSE 4747
HEALTHCHECK --interval=5s --timeout=2s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4747/_mock/health').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "bin/kombo-mock.js"]
CMD ["serve", "--host=0.0.0.0"]
