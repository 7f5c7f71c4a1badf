# frozen_string_literal: true

require "test_helper"
require "integration_report"

# The fixtures hold an integration for each state that the API documents.
class TraitsTest < Minitest::Test
  # Which problems an integration of a trait has; every other trait has none.
  PROBLEMS = {
    "invalid" => [:credentials_invalid],
    "inactive" => [:disabled],
    "setup-incomplete" => [:setup_incomplete],
    "final-sync-pending" => [:final_sync_pending],
    "invalid-setup-incomplete" => %i[credentials_invalid setup_incomplete],
    "invalid-final-sync-pending" => %i[credentials_invalid final_sync_pending],
    "inactive-setup-incomplete" => %i[disabled setup_incomplete],
    "inactive-final-sync-pending" => %i[disabled final_sync_pending],
    "expired-data" => [:data_expired]
  }.freeze

  # What stands in the way of a model in a trait's integration.
  OBSTACLES = {
    "opted-out" => "the customer opted out of it",
    "disabled-by-scope" => "the scope config switches it off",
    "unsupported" => "the tool does not have it",
    "not-implemented" => "the tool has it, but it is not integrated",
    "unknown-coverage" => "it is not integrated, and whether the tool has it is unknown"
  }.freeze

  def test_each_trait_can_be_read_and_reported
    refute_empty Fixtures.trait_names
    Fixtures.trait_names.each do |name|
      report = IntegrationReport.new(health_of(name)).to_s
      Fixtures.trait(name)["read_models"].each { |model| assert_includes report, "(#{model["id"]}): ", name }
    end
  end

  def test_each_trait_has_the_problems_that_its_name_says
    assert_empty PROBLEMS.keys - Fixtures.trait_names
    Fixtures.trait_names.each do |name|
      assert_equal PROBLEMS.fetch(name, []), health_of(name).problems.map(&:code), name
    end
  end

  def test_each_obstacle_is_found_where_its_trait_says
    OBSTACLES.each do |name, obstacle|
      health = health_of(name)
      models = health.details.read_models.reject(&:is_available)
      refute_empty models, name
      assert_includes models.map { |model| health.obstacles(model) }, [obstacle], name
    end
  end

  def test_each_category_has_a_trait
    categories = Fixtures.trait_names.map { |name| health_of(name).details.category }
    assert_equal %w[ASSESSMENT ATS HRIS LMS], categories.uniq.sort
  end

  def test_a_customer_without_an_address
    assert_nil health_of("without-creator-email").details.end_user.creator_email
  end

  private

  def health_of(name)
    IntegrationHealth.new(IntegrationDetails.read(Fixtures.trait(name)))
  end
end
