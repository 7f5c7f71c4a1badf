# frozen_string_literal: true

require "test_helper"
require "open3"
require "rbconfig"

# The example in the README is the file, and its output is what the file really prints.
class ExampleTest < Minitest::Test
  EXAMPLE = File.join(APP_DIR, "example.rb")
  README = File.read(File.join(APP_DIR, "README.md"))

  def test_the_readme_shows_the_file
    assert_equal File.read(EXAMPLE), README[/^```ruby\n(.*?)^```$/m, 1]
  end

  def test_the_readme_shows_what_the_file_prints
    output, errors, status = Open3.capture3(RbConfig.ruby, EXAMPLE)
    assert_equal ["", true], [errors, status.success?]
    assert_equal README[/^```text\n(.*?)^```$/m, 1], output
  end

  def test_the_file_is_ten_lines_of_code
    code = File.readlines(EXAMPLE).map(&:strip).reject { |line| line.empty? || line.start_with?("#") }
    assert_operator code.length, :<=, 10
  end
end
