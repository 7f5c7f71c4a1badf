import { Kombo } from "@kombo-api/sdk";

const integration_id = "sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3";
const kombo = new Kombo({ api_key: "ks_dev_mock", server_url: "http://127.0.0.1:37317/v1", integration_id });

for await (const page of await kombo.hris.getEmployees({ employment_statuses: ["LEAVE"] })) {
  for (const { id, first_name, job_title, manager } of page.result.data.results) {
    console.log(`${first_name}, ${job_title}, reports to ${manager?.first_name ?? "nobody"}`);
    const balances = await kombo.hris.getTimeOffBalances({ employee_id: id });
    for (const { type, balance, balance_unit } of balances.result.data.results) {
      console.log(`  ${type?.name}: ${balance} ${balance_unit}`);
    }
  }
}
