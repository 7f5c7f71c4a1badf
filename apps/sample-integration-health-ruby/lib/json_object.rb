# frozen_string_literal: true

require "date"
require "json"

# Something in the JSON is missing or is not what it should be; the message names where.
class UnexpectedJson < StandardError; end

# A parsed JSON object that is read key by key and complains with the path of what is wrong.
# Keys that nobody asks for are ignored: the API may add some at any time.
class JsonObject
  def initialize(value, path = nil)
    @path = path
    complain(path || "the answer", "an object", value) unless value.is_a?(Hash)
    @object = value
  end

  def string(key, expected = "a string")
    value = fetch(key)
    complain(path_of(key), expected, value) unless value.is_a?(String)
    -value # a frozen copy: the caller's JSON stays as it was
  end

  def nullable_string(key)
    fetch(key).nil? ? nil : string(key, "a string or null")
  end

  def one_of(allowed, key)
    value = fetch(key)
    complain(path_of(key), "one of #{allowed.join(", ")}", value) unless allowed.include?(value)
    -value
  end

  def boolean(key)
    value = fetch(key)
    complain(path_of(key), "true or false", value) unless [true, false].include?(value)
    value
  end

  # A DateTime is a Date that keeps the time. RFC 3339 is strict: a bare date is refused.
  def date_time(key, expected = "a date-time such as 2022-08-07T14:01:29.196Z")
    value = fetch(key)
    complain(path_of(key), expected, value) unless value.is_a?(String)
    DateTime.rfc3339(value).freeze
  rescue ArgumentError
    complain(path_of(key), expected, value)
  end

  def nullable_date_time(key)
    fetch(key).nil? ? nil : date_time(key, "null or a date-time such as 2022-08-07T14:01:29.196Z")
  end

  def object(key)
    JsonObject.new(fetch(key), path_of(key))
  end

  def objects(key)
    list = fetch(key)
    complain(path_of(key), "a list", list) unless list.is_a?(Array)
    list.each_with_index.map { |item, index| JsonObject.new(item, "#{path_of(key)}[#{index}]") }
  end

  private

  # A key that may be null has to be there all the same.
  def fetch(key)
    @object.fetch(key) { raise UnexpectedJson, "#{path_of(key)} is missing" }
  end

  def path_of(key)
    [@path, key].compact.join(".")
  end

  def complain(path, expected, value)
    raise UnexpectedJson, "#{path} must be #{expected}, but is #{describe(value)}"
  end

  def describe(value)
    case value
    when Hash then "an object"
    when Array then "a list"
    else JSON.generate(value)
    end
  end
end
