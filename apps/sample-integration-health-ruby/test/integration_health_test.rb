# frozen_string_literal: true

require "test_helper"
require "integration_health"

class IntegrationHealthTest < Minitest::Test
  def test_the_example_is_healthy
    health = health_with({})
    assert_predicate health, :healthy?
    assert_empty health.problems
  end

  def test_stale_data_is_told_with_its_time
    health = health_with("data_expired_at" => "2026-01-14T08:30:00.000Z")
    refute_predicate health, :healthy?
    assert_equal [:data_expired], health.problems.map(&:code)
    assert_includes health.problems.first.message, "2026-01-14T08:30:00+00:00"
  end

  def test_several_problems_are_all_told
    health = health_with("status" => "INACTIVE", "setup_status" => "INCOMPLETE",
                         "data_expired_at" => "2026-01-14T08:30:00.000Z")
    assert_equal %i[disabled setup_incomplete data_expired], health.problems.map(&:code)
  end

  def test_what_is_available_has_no_obstacles
    assert_empty obstacles_of("is_available" => true, "coverage_status" => "UNKNOWN")
  end

  def test_obstacles_add_up
    assert_equal ["the tool does not have it", "the scope config switches it off", "the customer opted out of it"],
                 obstacles_of("is_available" => false, "coverage_status" => "UNSUPPORTED",
                              "scope_config_setting" => "DISABLED", "opted_out_by_customer" => true)
  end

  def test_an_optional_model_is_explained_by_that_alone_only_where_nothing_else_explains_it
    optional = { "is_available" => false, "scope_config_setting" => "OPTIONAL" }
    assert_equal ["the scope config leaves it to the customer, who has not switched it on"], obstacles_of(optional)
    assert_equal ["the customer opted out of it"], obstacles_of(optional.merge("opted_out_by_customer" => true))
  end

  def test_an_obstacle_that_the_api_does_not_give
    assert_equal ["no reason is given"], obstacles_of("is_available" => false)
  end

  def test_an_input_of_an_action_has_only_its_coverage
    json = Fixtures.example
    json["write_actions"][0]["fields"] = [
      { "id" => "ssn", "is_available" => false, "coverage_status" => "NOT_IMPLEMENTED" },
      { "id" => "gender", "is_available" => false, "coverage_status" => "SUPPORTED" },
      { "id" => "first_name", "is_available" => true, "coverage_status" => "SUPPORTED" }
    ]
    health = health_of(json)
    missing = health.missing_fields(health.details.write_actions.first)
    assert_equal({ "ssn" => ["the tool has it, but it is not integrated"], "gender" => ["no reason is given"] },
                 missing.to_h { |field| [field.id, health.obstacles(field)] })
  end

  def test_fields_are_not_told_where_their_model_is_not_available
    json = Fixtures.example
    assert_equal ["date_of_birth"], missing_field_ids(json)
    json["read_models"][0]["is_available"] = false
    assert_empty missing_field_ids(json)
  end

  private

  def health_of(json)
    IntegrationHealth.new(IntegrationDetails.read(json))
  end

  def health_with(changes)
    health_of(Fixtures.example.merge(changes))
  end

  # The obstacles of the example's model after some changes to it.
  def obstacles_of(changes)
    json = Fixtures.example
    json["read_models"][0].merge!(changes)
    health = health_of(json)
    health.obstacles(health.details.read_models.first)
  end

  def missing_field_ids(json)
    health = health_of(json)
    health.missing_fields(health.details.read_models.first).map(&:id)
  end
end
