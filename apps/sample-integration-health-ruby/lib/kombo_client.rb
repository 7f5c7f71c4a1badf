# frozen_string_literal: true

require "erb"
require "json"
require "net/http"
require "openssl"
require_relative "integration_details"
require_relative "kombo_error"

# Reads integrations over HTTP, from the API or from a stand-in for it.
class KomboClient
  NO_ANSWER = [SystemCallError, SocketError, IOError, Timeout::Error, OpenSSL::SSL::SSLError,
               Net::ProtocolError, Net::HTTPBadResponse].freeze

  def self.from_env(env = ENV)
    unset = %w[KOMBO_BASE_URL KOMBO_API_KEY].find { |name| env[name].to_s.empty? }
    raise KomboError, "The environment variable #{unset} is not set" if unset

    new(base_url: env["KOMBO_BASE_URL"], api_key: env["KOMBO_API_KEY"])
  end

  # `base_url` holds the version, as in `http://127.0.0.1:4747/v1`.
  def initialize(base_url:, api_key:)
    @base_url = checked(base_url).chomp("/")
    @api_key = api_key
  end

  def integration_details(id)
    IntegrationDetails.read(get("/integrations/#{ERB::Util.url_encode(id)}"))
  end

  private

  def get(path)
    response = request(URI("#{@base_url}#{path}"))
    body = parse(response)
    # As in the official SDKs, only 200 is a success.
    return body["data"] if response.is_a?(Net::HTTPOK) && body.is_a?(Hash) && body.key?("data")

    raise error_of(response, body)
  end

  def checked(base_url)
    url = URI(base_url)
    return base_url if url.is_a?(URI::HTTP) && !url.host.to_s.empty?

    raise KomboError, "The base URL must begin with http:// or https:// and a host, but is #{base_url.inspect}"
  rescue URI::InvalidURIError
    raise KomboError, "The base URL is not a URL: #{base_url.inspect}"
  end

  def request(url)
    options = { use_ssl: url.scheme == "https", open_timeout: 5, read_timeout: 30 }
    Net::HTTP.start(url.host, url.port, options) do |http|
      http.get(url.request_uri, "Authorization" => "Bearer #{@api_key}", "Accept" => "application/json")
    end
  rescue *NO_ANSWER => e
    raise KomboError, "No answer from #{url.host}:#{url.port}: #{e.message}"
  end

  # A load balancer in between may answer in HTML.
  def parse(response)
    JSON.parse(response.body.to_s)
  rescue JSON::ParserError
    raise KomboError.new("HTTP #{response.code} without JSON: #{excerpt(response)}", status: response.code.to_i)
  end

  def error_of(response, body)
    error = body["error"] if body.is_a?(Hash)
    error = {} unless error.is_a?(Hash)
    message = error["message"] || "HTTP #{response.code} with unexpected JSON: #{excerpt(response)}"
    KomboError.new(message, code: error["code"], status: response.code.to_i)
  end

  def excerpt(response)
    text = response.body.to_s.dup.force_encoding(Encoding::UTF_8).scrub
    text.empty? ? "the body is empty" : text[0, 80].inspect
  end
end
