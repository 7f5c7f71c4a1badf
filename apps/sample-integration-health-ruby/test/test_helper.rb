# frozen_string_literal: true

begin
  require "minitest/autorun"
rescue LoadError
  abort "minitest is not installed: it comes with Ruby, or as Debian's ruby-minitest"
end
require "json"

# Files and outputs are UTF-8, also where the machine's locale says nothing of it.
Encoding.default_external = Encoding::UTF_8

APP_DIR = File.expand_path("..", __dir__)
FIXTURES_DIR = File.expand_path("../../fixtures/generated/general", APP_DIR)
SEED_ID = "factorial:8d1hpPsbjxUkoCoa1veLZGe5"

# The committed JSON, parsed anew at each call so that a test may change what it gets.
module Fixtures
  module_function

  def example
    parse(File.join(FIXTURES_DIR, "integration-details.json"))
  end

  def trait(name)
    parse(File.join(FIXTURES_DIR, "integration-details", "#{name}.json"))
  end

  def trait_names
    Dir[File.join(FIXTURES_DIR, "integration-details", "*.json")].map { |file| File.basename(file, ".json") }
  end

  def parse(file)
    JSON.parse(File.read(file))
  end
end
