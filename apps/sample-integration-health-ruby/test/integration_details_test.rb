# frozen_string_literal: true

require "test_helper"
require "integration_details"

# Each documented field, with the Ruby type that the official Ruby SDK gives it.
class IntegrationDetailsTest < Minitest::Test
  def setup
    @details = IntegrationDetails.read(Fixtures.example)
  end

  def test_strings
    assert_equal "factorial:8d1hpPsbjxUkoCoa1veLZGe5", @details.id
    assert_equal "HRIS", @details.category
    assert_equal "ACTIVE", @details.status
    assert_equal "COMPLETED", @details.setup_status
    assert_all_instances_of String, @details.to_h.values_at(:id, :category, :status, :setup_status)
  end

  def test_tool
    tool = @details.tool
    assert_equal "factorial", tool.id
    assert_equal "Factorial", tool.label
    assert_nil tool.internal_label
    assert_equal "https://storage.googleapis.com/kombo-assets/integrations/factorial/logo.svg", tool.logo_url
    assert_equal "https://storage.googleapis.com/kombo-assets/integrations/factorial/icon.svg", tool.icon_url
    assert_all_instances_of String, tool.to_h.values_at(:id, :label, :logo_url, :icon_url)
  end

  def test_end_user
    end_user = @details.end_user
    assert_equal "Acme", end_user.organization_name
    assert_equal "example-integration-creator@acme.com", end_user.creator_email
    assert_equal "2DQJAUtSzzzKP9buDTvUvPk3", end_user.origin_id
    assert_all_instances_of String, end_user.to_h.values
  end

  def test_scope_config
    assert_equal "B1hu5NGyhdjSq5X3hxEz4bAN", @details.scope_config.id
    assert_equal "Anonymous Scopes", @details.scope_config.name
    assert_all_instances_of String, @details.scope_config.to_h.values
  end

  def test_dates
    assert_nil @details.data_expired_at
    assert_kind_of Date, @details.created_at
    assert_equal Date.new(2022, 8, 7), @details.created_at.to_date
    assert_equal "2022-08-07T14:01:29.196+00:00", @details.created_at.iso8601(3)
  end

  def test_data_expired_at_is_a_date_where_it_is_not_null
    details = IntegrationDetails.read(Fixtures.example.merge("data_expired_at" => "2026-01-14T08:30:00.000Z"))
    assert_kind_of Date, details.data_expired_at
    assert_equal DateTime.new(2026, 1, 14, 8, 30), details.data_expired_at
  end

  def test_beta_is_a_boolean
    assert_same false, @details.beta
    assert_same true, IntegrationDetails.read(Fixtures.trait("beta")).beta
  end

  def test_read_models
    assert_instance_of Array, @details.read_models
    expected = ReadModel.new(
      id: "hris_employees", label: "Employees", is_available: true, coverage_status: "SUPPORTED",
      scope_config_setting: "ENABLED", opted_out_by_customer: false,
      fields: [
        ReadModelField.new(
          id: "date_of_birth", is_available: false, coverage_status: "SUPPORTED",
          scope_config_setting: "OPTIONAL", opted_out_by_customer: true
        )
      ]
    )
    assert_equal [expected], @details.read_models
  end

  def test_write_actions
    assert_instance_of Array, @details.write_actions
    expected = WriteAction.new(
      id: "hris_create_employee", label: "Create employee", is_available: true, coverage_status: "SUPPORTED",
      scope_config_setting: "ENABLED", opted_out_by_customer: false,
      fields: [WriteActionField.new(id: "first_name", is_available: true, coverage_status: "SUPPORTED")]
    )
    assert_equal [expected], @details.write_actions
  end

  def test_each_documented_field_is_read
    assert_equal Fixtures.example.keys.sort, @details.members.map(&:to_s).sort
  end

  def test_nothing_can_be_changed
    model = @details.read_models.first
    parts = [@details, @details.id, @details.tool, @details.tool.label, @details.end_user, @details.scope_config,
             @details.created_at, @details.read_models, model, model.fields, model.fields.first,
             @details.write_actions, @details.write_actions.first, @details.write_actions.first.fields.first]
    parts.each { |part| assert_predicate part, :frozen? }
    assert_raises(FrozenError) { @details.status = "INVALID" }
  end

  def test_keys_that_the_api_may_add_are_ignored
    json = Fixtures.example.merge("added_later" => 1)
    json["read_models"][0]["added_later"] = { "any" => "thing" }
    assert_equal @details, IntegrationDetails.read(json)
  end

  private

  def assert_all_instances_of(type, values)
    values.each { |value| assert_instance_of type, value }
  end
end
