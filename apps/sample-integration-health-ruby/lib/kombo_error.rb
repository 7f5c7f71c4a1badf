# frozen_string_literal: true

# A request that did not work. Branch on `code`, and on `status` only where the code is nil.
class KomboError < StandardError
  # The API's error code, such as PLATFORM.INTEGRATION_NOT_FOUND; nil where it gave none.
  attr_reader :code
  # The HTTP status; nil where no answer came.
  attr_reader :status

  def initialize(message, code: nil, status: nil)
    super(message)
    @code = code
    @status = status
  end
end
