# frozen_string_literal: true

require_relative "integration_details"

# Something that keeps a whole integration from working; `code` is for programs, `message` for people.
Problem = Struct.new(:code, :message)

# Tells what stands in the way of an integration, and of each of its models, actions and fields.
class IntegrationHealth
  STATUS_PROBLEMS = {
    "INVALID" => Problem.new(
      :credentials_invalid, "The tool refuses the stored credentials: the customer has to reconnect."
    ).freeze,
    "INACTIVE" => Problem.new(
      :disabled, "The integration is switched off: nothing syncs until it is enabled again."
    ).freeze
  }.freeze

  SETUP_PROBLEMS = {
    "INCOMPLETE" => Problem.new(
      :setup_incomplete, "The setup has open steps: no data can be read until the customer has done them."
    ).freeze,
    "FINAL_SYNC_PENDING" => Problem.new(
      :final_sync_pending, "The last sync of the setup is still running: data can be read once it has ended."
    ).freeze
  }.freeze

  COVERAGE_OBSTACLES = {
    "UNSUPPORTED" => "the tool does not have it",
    "NOT_IMPLEMENTED" => "the tool has it, but it is not integrated",
    "UNKNOWN" => "it is not integrated, and whether the tool has it is unknown"
  }.freeze

  attr_reader :details

  def initialize(details)
    @details = details
  end

  def healthy?
    problems.empty?
  end

  # What keeps the whole integration from working.
  def problems
    [STATUS_PROBLEMS[details.status], SETUP_PROBLEMS[details.setup_status], expired_data].compact
  end

  # Why a model, an action or a field is not available; empty when it is.
  def obstacles(datapoint)
    return [] if datapoint.is_available

    known = [COVERAGE_OBSTACLES[datapoint.coverage_status], *decisions_against(datapoint)].compact
    known.empty? ? [unexplained(datapoint)] : known
  end

  # The fields that lack although their model or action can be used.
  def missing_fields(model_or_action)
    return [] unless model_or_action.is_available

    model_or_action.fields.reject(&:is_available)
  end

  private

  def expired_data
    return unless details.data_expired_at

    since = details.data_expired_at.iso8601
    Problem.new(:data_expired, "The data is stale: no sync has succeeded since the configuration changed at #{since}.")
  end

  def decisions_against(datapoint)
    return [] unless decided_by_people?(datapoint)

    [
      ("the scope config switches it off" if datapoint.scope_config_setting == "DISABLED"),
      ("the customer opted out of it" if datapoint.opted_out_by_customer)
    ]
  end

  # OPTIONAL alone takes nothing away, so it is a reason only where there is no other.
  def unexplained(datapoint)
    return "no reason is given" unless decided_by_people?(datapoint) && datapoint.scope_config_setting == "OPTIONAL"

    "the scope config leaves it to the customer, who has not switched it on"
  end

  # Nobody can scope or opt out of an input of an action.
  def decided_by_people?(datapoint)
    !datapoint.is_a?(WriteActionField)
  end
end
