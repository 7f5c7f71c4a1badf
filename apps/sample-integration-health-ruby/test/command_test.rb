# frozen_string_literal: true

require "test_helper"
require "canned_server"
require "open3"
require "rbconfig"

# bin/integration-health as a shell sees it.
class CommandTest < Minitest::Test
  HEALTHY = <<~TEXT
    Factorial (HRIS) of Acme, connected on 2022-08-07: ACTIVE, setup COMPLETED
    Nothing stands in the way.

    Read models
      Employees (hris_employees): available
        without date_of_birth: the customer opted out of it

    Write actions
      Create employee (hris_create_employee): available
  TEXT

  UNHEALTHY = <<~TEXT
    Factorial (HRIS) of Acme, connected on 2022-08-07: INVALID, setup COMPLETED
    The tool refuses the stored credentials: the customer has to reconnect.

    Read models
      Employees (hris_employees): not available, the scope config switches it off

    Write actions
      Create employee (hris_create_employee): available
  TEXT

  def test_a_healthy_integration
    assert_equal [HEALTHY, "", 0], run_command(SEED_ID)
  end

  def test_an_integration_with_something_in_its_way
    json = Fixtures.example.merge("status" => "INVALID")
    json["read_models"][0].merge!("is_available" => false, "scope_config_setting" => "DISABLED")
    CannedServer.open(200, JSON.generate(status: "success", data: json)) do |server|
      assert_equal [UNHEALTHY, "", 1], run_command(SEED_ID, env: { "KOMBO_BASE_URL" => server.base_url })
    end
  end

  def test_an_unknown_integration
    output, errors, status = run_command("factorial:nobody")
    assert_equal ["", 2], [output, status]
    assert_match(/\ACould not read the integration: 404 PLATFORM\.INTEGRATION_NOT_FOUND /, errors)
  end

  def test_an_integration_that_is_not_as_documented
    CannedServer.open(200, '{"status":"success","data":{"id":1}}') do |server|
      expected = ["", "Could not understand the integration: id must be a string, but is 1\n", 2]
      assert_equal expected, run_command(SEED_ID, env: { "KOMBO_BASE_URL" => server.base_url })
    end
  end

  def test_no_base_url
    expected = ["", "Could not read the integration: The environment variable KOMBO_BASE_URL is not set\n", 2]
    assert_equal expected, run_command(SEED_ID, env: { "KOMBO_BASE_URL" => nil })
  end

  def test_no_id
    output, errors, status = run_command
    assert_equal ["", 2], [output, status]
    assert_match(/\AUsage: /, errors)
  end

  private

  def run_command(*arguments, env: {})
    command = File.join(APP_DIR, "bin", "integration-health")
    output, errors, status = Open3.capture3(env, RbConfig.ruby, command, *arguments)
    [output, errors, status.exitstatus]
  end
end
