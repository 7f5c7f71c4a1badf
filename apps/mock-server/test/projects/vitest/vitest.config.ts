import { defineConfig } from "vitest/config";

const conditions = ["kombo-mock-source"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: { include: ["*.spec.*"], reporters: ["verbose"] },
});
