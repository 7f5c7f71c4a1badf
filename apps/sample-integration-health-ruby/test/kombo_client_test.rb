# frozen_string_literal: true

require "test_helper"
require "canned_server"
require "kombo_client"

# The client against answers that a working server does not give.
class KomboClientTest < Minitest::Test
  def test_asks_for_the_encoded_id_with_the_key
    answering(200, JSON.generate(status: "success", data: Fixtures.example)) do |client, server|
      client.integration_details("tool:a/b?c d")
      assert_match %r{\AGET /v1/integrations/tool%3Aa%2Fb%3Fc%20d HTTP/1.1\r$}, server.requests.first
      assert_match(/^Authorization: Bearer ks_dev_ruby\r$/i, server.requests.first)
    end
  end

  def test_an_error_without_a_code
    envelope = { status: "error", error: { code: nil, title: nil, message: "Try later", log_url: nil } }
    answering(503, JSON.generate(envelope)) do |client|
      error = assert_raises(KomboError) { client.integration_details(SEED_ID) }
      assert_equal [nil, 503, "Try later"], [error.code, error.status, error.message]
    end
  end

  def test_a_load_balancers_page
    answering(502, "<html>Bad Gateway</html>") do |client|
      error = assert_raises(KomboError) { client.integration_details(SEED_ID) }
      assert_equal [nil, 502], [error.code, error.status]
      assert_equal 'HTTP 502 without JSON: "<html>Bad Gateway</html>"', error.message
    end
  end

  def test_a_success_that_is_no_json
    answering(200, "") do |client|
      error = assert_raises(KomboError) { client.integration_details(SEED_ID) }
      assert_equal [200, "HTTP 200 without JSON: the body is empty"], [error.status, error.message]
    end
  end

  def test_json_that_is_no_envelope
    ["[1]", "null", '{"error":"broken"}', '{"status":"success"}'].each do |body|
      answering(200, body) do |client|
        error = assert_raises(KomboError) { client.integration_details(SEED_ID) }
        assert_equal [nil, 200, "HTTP 200 with unexpected JSON: #{body.inspect}"],
                     [error.code, error.status, error.message]
      end
    end
  end

  def test_only_200_is_a_success
    answering(201, JSON.generate(status: "success", data: Fixtures.example)) do |client|
      assert_equal 201, assert_raises(KomboError) { client.integration_details(SEED_ID) }.status
    end
  end

  def test_details_that_are_not_as_documented
    answering(200, '{"status":"success","data":{}}') do |client|
      error = assert_raises(UnexpectedJson) { client.integration_details(SEED_ID) }
      assert_equal "id is missing", error.message
    end
  end

  def test_no_server
    # A port that is taken, so that nobody else answers, but that nobody listens on.
    Addrinfo.tcp("127.0.0.1", 0).bind do |socket|
      address = "127.0.0.1:#{socket.local_address.ip_port}"
      client = KomboClient.new(base_url: "http://#{address}/v1", api_key: "ks_dev_ruby")
      error = assert_raises(KomboError) { client.integration_details(SEED_ID) }
      assert_equal [nil, nil], [error.code, error.status]
      assert_match(/\ANo answer from #{address}: /, error.message)
    end
  end

  def test_a_base_url_that_is_none
    ["127.0.0.1:4747/v1", "localhost:4747/v1", "http://", "not a url"].each do |base_url|
      error = assert_raises(KomboError, base_url) { KomboClient.new(base_url: base_url, api_key: "ks_dev_ruby") }
      assert_match(/\AThe base URL /, error.message)
    end
  end

  def test_variables_that_are_not_set
    error = assert_raises(KomboError) { KomboClient.from_env({ "KOMBO_BASE_URL" => "http://127.0.0.1/v1" }) }
    assert_equal "The environment variable KOMBO_API_KEY is not set", error.message
  end

  private

  def answering(status, body)
    CannedServer.open(status, body) do |server|
      yield KomboClient.new(base_url: server.base_url, api_key: "ks_dev_ruby"), server
    end
  end
end
