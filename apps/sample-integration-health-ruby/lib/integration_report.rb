# frozen_string_literal: true

require_relative "integration_health"

# The health of an integration in a few lines of plain text.
class IntegrationReport
  def initialize(health)
    @health = health
    @details = health.details
  end

  def to_s
    [
      headline,
      *problem_lines,
      *section("Read models", @details.read_models),
      *section("Write actions", @details.write_actions)
    ].join("\n")
  end

  private

  def headline
    "#{@details.tool.label} (#{@details.category}) of #{@details.end_user.organization_name}, " \
      "connected on #{@details.created_at.to_date}: #{@details.status}, setup #{@details.setup_status}"
  end

  def problem_lines
    return ["Nothing stands in the way."] if @health.healthy?

    @health.problems.map(&:message)
  end

  def section(title, datapoints)
    ["", title, *datapoints.flat_map { |datapoint| lines_of(datapoint) }]
  end

  def lines_of(datapoint)
    fields = @health.missing_fields(datapoint)
    [
      "  #{datapoint.label} (#{datapoint.id}): #{verdict(datapoint)}",
      *fields.map { |field| "    without #{field.id}: #{reasons(field)}" }
    ]
  end

  def verdict(datapoint)
    datapoint.is_available ? "available" : "not available, #{reasons(datapoint)}"
  end

  def reasons(datapoint)
    @health.obstacles(datapoint).join("; ")
  end
end
