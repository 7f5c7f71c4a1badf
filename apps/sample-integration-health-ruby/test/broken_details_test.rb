# frozen_string_literal: true

require "test_helper"
require "integration_details"

# What is missing or wrong is refused, with its path.
class BrokenDetailsTest < Minitest::Test
  def test_a_missing_key
    assert_complaint("setup_status is missing") { |json| json.delete("setup_status") }
    assert_complaint("scope_config.name is missing") { |json| json["scope_config"].delete("name") }
    assert_complaint("data_expired_at is missing") { |json| json.delete("data_expired_at") }
    assert_complaint("write_actions[0].fields[0].id is missing") do |json|
      json["write_actions"][0]["fields"][0].delete("id")
    end
  end

  def test_every_key_of_every_object_is_needed
    paths = key_paths(Fixtures.example)
    assert_includes paths, ["read_models", 0, "fields", 0, "opted_out_by_customer"]
    paths.each do |*parents, key|
      json = Fixtures.example
      (parents.empty? ? json : json.dig(*parents)).delete(key)
      error = assert_raises(UnexpectedJson) { IntegrationDetails.read(json) }
      assert_match(/#{key} is missing\z/, error.message)
    end
  end

  def test_a_boolean_is_true_or_false_and_nothing_like_it
    complaint = 'read_models[0].fields[2].is_available must be true or false, but is "yes"'
    assert_complaint(complaint) do |json|
      field = json["read_models"][0]["fields"][0]
      json["read_models"][0]["fields"] = [field, field, field.merge("is_available" => "yes")]
    end
    assert_complaint("beta must be true or false, but is null") { |json| json["beta"] = nil }
    assert_complaint("beta must be true or false, but is 0") { |json| json["beta"] = 0 }
  end

  def test_a_string_of_another_type
    assert_complaint("id must be a string, but is 17") { |json| json["id"] = 17 }
    assert_complaint("tool.label must be a string, but is null") { |json| json["tool"]["label"] = nil }
    assert_complaint("end_user.origin_id must be a string or null, but is false") do |json|
      json["end_user"]["origin_id"] = false
    end
  end

  def test_an_object_or_list_of_another_type
    assert_complaint("tool must be an object, but is \"factorial\"") { |json| json["tool"] = "factorial" }
    assert_complaint("tool must be an object, but is a list") { |json| json["tool"] = [] }
    assert_complaint("read_models must be a list, but is an object") { |json| json["read_models"] = {} }
    assert_complaint("write_actions[1] must be an object, but is null") { |json| json["write_actions"] << nil }
  end

  def test_an_answer_that_is_no_object
    error = assert_raises(UnexpectedJson) { IntegrationDetails.read([]) }
    assert_equal "the answer must be an object, but is a list", error.message
  end

  def test_a_date_without_a_time_or_without_sense
    expected = "a date-time such as 2022-08-07T14:01:29.196Z"
    assert_complaint("created_at must be #{expected}, but is \"2022-08-07\"") do |json|
      json["created_at"] = "2022-08-07"
    end
    assert_complaint("created_at must be #{expected}, but is null") { |json| json["created_at"] = nil }
    assert_complaint("data_expired_at must be null or #{expected}, but is \"2022-13-40T00:00:00.000Z\"") do |json|
      json["data_expired_at"] = "2022-13-40T00:00:00.000Z"
    end
  end

  def test_an_enum_value_that_nobody_knows
    assert_complaint("status must be one of ACTIVE, INVALID, INACTIVE, but is \"PAUSED\"") do |json|
      json["status"] = "PAUSED"
    end
    assert_complaint("category must be one of HRIS, ATS, ASSESSMENT, LMS, but is \"CRM\"") do |json|
      json["category"] = "CRM"
    end
    assert_complaint("setup_status must be one of INCOMPLETE, FINAL_SYNC_PENDING, COMPLETED, but is 1") do |json|
      json["setup_status"] = 1
    end
    known = "SUPPORTED, UNSUPPORTED, NOT_IMPLEMENTED, UNKNOWN"
    assert_complaint("write_actions[0].coverage_status must be one of #{known}, but is \"supported\"") do |json|
      json["write_actions"][0]["coverage_status"] = "supported"
    end
    path = "read_models[0].fields[0].scope_config_setting"
    assert_complaint("#{path} must be one of ENABLED, DISABLED, OPTIONAL, but is null") do |json|
      json["read_models"][0]["fields"][0]["scope_config_setting"] = nil
    end
  end

  private

  def assert_complaint(message)
    json = Fixtures.example
    yield json
    error = assert_raises(UnexpectedJson) { IntegrationDetails.read(json) }
    assert_equal message, error.message
  end

  # The path of each key of each object, for Hash#dig.
  def key_paths(value, path = [])
    case value
    when Hash then value.flat_map { |key, inner| [[*path, key], *key_paths(inner, [*path, key])] }
    when Array then value.each_with_index.flat_map { |inner, index| key_paths(inner, [*path, index]) }
    else []
    end
  end
end
