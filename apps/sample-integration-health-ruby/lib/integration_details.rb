# frozen_string_literal: true

require_relative "datapoints"
require_relative "json_object"

INTEGRATION_CATEGORIES = %w[HRIS ATS ASSESSMENT LMS].freeze
INTEGRATION_STATUSES = %w[ACTIVE INVALID INACTIVE].freeze
SETUP_STATUSES = %w[INCOMPLETE FINAL_SYNC_PENDING COMPLETED].freeze

Tool = Struct.new(:id, :label, :internal_label, :logo_url, :icon_url, keyword_init: true) do
  def self.read(json)
    new(
      id: json.string("id"),
      label: json.string("label"),
      internal_label: json.nullable_string("internal_label"),
      logo_url: json.string("logo_url"),
      icon_url: json.string("icon_url")
    ).freeze
  end
end

EndUser = Struct.new(:organization_name, :creator_email, :origin_id, keyword_init: true) do
  def self.read(json)
    new(
      organization_name: json.string("organization_name"),
      creator_email: json.nullable_string("creator_email"),
      origin_id: json.nullable_string("origin_id")
    ).freeze
  end
end

ScopeConfig = Struct.new(:id, :name, keyword_init: true) do
  def self.read(json)
    new(id: json.string("id"), name: json.nullable_string("name")).freeze
  end
end

# Everything that the API tells about one customer's connection to one tool, frozen through and through.
IntegrationDetails = Struct.new(
  :id, :tool, :category, :status, :setup_status, :end_user, :scope_config,
  :data_expired_at, :created_at, :beta, :read_models, :write_actions,
  keyword_init: true
) do
  # Reads parsed JSON with string keys; raises UnexpectedJson where something is not as documented.
  def self.read(parsed)
    json = JsonObject.new(parsed)
    new(
      id: json.string("id"),
      tool: Tool.read(json.object("tool")),
      category: json.one_of(INTEGRATION_CATEGORIES, "category"),
      status: json.one_of(INTEGRATION_STATUSES, "status"),
      setup_status: json.one_of(SETUP_STATUSES, "setup_status"),
      end_user: EndUser.read(json.object("end_user")),
      scope_config: ScopeConfig.read(json.object("scope_config")),
      data_expired_at: json.nullable_date_time("data_expired_at"),
      created_at: json.date_time("created_at"),
      beta: json.boolean("beta"),
      read_models: json.objects("read_models").map { |model| ReadModel.read(model) }.freeze,
      write_actions: json.objects("write_actions").map { |action| WriteAction.read(action) }.freeze
    ).freeze
  end
end
