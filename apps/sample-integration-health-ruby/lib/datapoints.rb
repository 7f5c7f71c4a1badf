# frozen_string_literal: true

# What an integration can read and write: models, actions and their fields, each frozen once it is read.

COVERAGE_STATUSES = %w[SUPPORTED UNSUPPORTED NOT_IMPLEMENTED UNKNOWN].freeze
SCOPE_CONFIG_SETTINGS = %w[ENABLED DISABLED OPTIONAL].freeze

ReadModelField = Struct.new(
  :id, :is_available, :coverage_status, :scope_config_setting, :opted_out_by_customer,
  keyword_init: true
) do
  def self.read(json)
    new(
      id: json.string("id"),
      is_available: json.boolean("is_available"),
      coverage_status: json.one_of(COVERAGE_STATUSES, "coverage_status"),
      scope_config_setting: json.one_of(SCOPE_CONFIG_SETTINGS, "scope_config_setting"),
      opted_out_by_customer: json.boolean("opted_out_by_customer")
    ).freeze
  end
end

ReadModel = Struct.new(
  :id, :label, :is_available, :coverage_status, :scope_config_setting, :opted_out_by_customer, :fields,
  keyword_init: true
) do
  def self.read(json)
    new(
      id: json.string("id"),
      label: json.string("label"),
      is_available: json.boolean("is_available"),
      coverage_status: json.one_of(COVERAGE_STATUSES, "coverage_status"),
      scope_config_setting: json.one_of(SCOPE_CONFIG_SETTINGS, "scope_config_setting"),
      opted_out_by_customer: json.boolean("opted_out_by_customer"),
      fields: json.objects("fields").map { |field| ReadModelField.read(field) }.freeze
    ).freeze
  end
end

# An input of an action can be neither scoped nor opted out of, so it has only its coverage.
WriteActionField = Struct.new(:id, :is_available, :coverage_status, keyword_init: true) do
  def self.read(json)
    new(
      id: json.string("id"),
      is_available: json.boolean("is_available"),
      coverage_status: json.one_of(COVERAGE_STATUSES, "coverage_status")
    ).freeze
  end
end

WriteAction = Struct.new(
  :id, :label, :is_available, :coverage_status, :scope_config_setting, :opted_out_by_customer, :fields,
  keyword_init: true
) do
  def self.read(json)
    new(
      id: json.string("id"),
      label: json.string("label"),
      is_available: json.boolean("is_available"),
      coverage_status: json.one_of(COVERAGE_STATUSES, "coverage_status"),
      scope_config_setting: json.one_of(SCOPE_CONFIG_SETTINGS, "scope_config_setting"),
      opted_out_by_customer: json.boolean("opted_out_by_customer"),
      fields: json.objects("fields").map { |field| WriteActionField.read(field) }.freeze
    ).freeze
  end
end
