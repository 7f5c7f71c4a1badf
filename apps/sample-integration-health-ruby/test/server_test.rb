# frozen_string_literal: true

require "test_helper"
require "kombo_client"

# The client against the running server that KOMBO_BASE_URL and KOMBO_API_KEY name.
class ServerTest < Minitest::Test
  def test_the_documented_integration_is_served
    assert_equal IntegrationDetails.read(Fixtures.example), KomboClient.from_env.integration_details(SEED_ID)
  end

  def test_an_unknown_integration
    error = assert_raises(KomboError) { KomboClient.from_env.integration_details("factorial:nobody") }
    assert_equal ["PLATFORM.INTEGRATION_NOT_FOUND", 404], [error.code, error.status]
    assert_includes error.message, "factorial:nobody"
  end

  def test_a_key_that_is_not_valid
    client = KomboClient.new(base_url: ENV.fetch("KOMBO_BASE_URL"), api_key: "ks_dev_invalid_1")
    error = assert_raises(KomboError) { client.integration_details(SEED_ID) }
    assert_equal ["PLATFORM.AUTHENTICATION_INVALID", 401], [error.code, error.status]
    refute_empty error.message
  end
end
